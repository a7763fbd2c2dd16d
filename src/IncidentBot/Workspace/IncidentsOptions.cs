using System.ComponentModel.DataAnnotations;
using IncidentBot.Operations;

namespace IncidentBot.Workspace;

/// <summary>How incidents are run in this workspace.</summary>
internal sealed class IncidentsOptions : IValidatableObject
{
    public const string Section = "Incidents";

    private const string CommandForm = "^/[a-z0-9_-]{1,31}$";

    /// <summary>The channel, without "#", in which every incident has its headline.</summary>
    [Required]
    [RegularExpression(@"^[\p{Ll}\p{Lo}\p{M}\p{Nd}_-]{1,80}$", ErrorMessage = "{0} is not a channel's name. Write it without #, "
        + "in lower case and without spaces, for example incidents.")]
    public string AnnouncementChannel { get; set; } = "incidents";

    /// <summary>The slash command that people type.</summary>
    [Required, RegularExpression(CommandForm, ErrorMessage = "{0} is not a command. Set it to a slash and a word in lower case, "
        + "for example /incident.")]
    public string Command { get; set; } = "/incident";

    /// <summary>Other commands that open the post-mortem of the channel's incident, separated by spaces.</summary>
    [EachWord(CommandForm, ErrorMessage = "{0} has \"{1}\", which is not a command. Set it to slashes and words in lower case "
        + "with spaces between, for example /postmortem /pm.")]
    public string PostMortemCommands { get; set; } = "/postmortem";

    public IEnumerable<string> PostMortemCommandNames => PostMortemCommands.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct();

    /// <summary>Who may waive, publish and cancel besides lead and facilitator: Slack user ids, separated by spaces.</summary>
    [EachWord("^[UW][A-Z0-9]{5,}$", ErrorMessage = "{0} has \"{1}\", which is not a Slack user id. Copy the ids from people's "
        + "profiles and write spaces between, for example U012ABCDEF U034GHIJKL.")]
    public string Admins { get; set; } = "";

    /// <summary>The people in <see cref="Admins"/>.</summary>
    public IEnumerable<Domain.PersonId> AdminIds =>
        Admins.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => new Domain.PersonId(id));

    public bool IsAdmin(Domain.PersonId person) => AdminIds.Contains(person);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (PostMortemCommandNames.Contains(Command))
        {
            yield return new ValidationResult(
                $"Incidents__PostMortemCommands has {Command}, which is also Incidents__Command. Use different commands, for "
                    + $"example /postmortem and /incident.");
        }
    }
}
