using System.ComponentModel.DataAnnotations;

namespace IncidentBot.Workspace;

/// <summary>How incidents are run in this workspace.</summary>
internal sealed class IncidentsOptions
{
    public const string Section = "Incidents";

    /// <summary>The channel, without "#", in which every incident has its headline.</summary>
    [Required]
    public string AnnouncementChannel { get; set; } = "incidents";

    /// <summary>The slash command that people type.</summary>
    [Required, RegularExpression("^/[a-z0-9_-]{1,31}$", ErrorMessage = "Incidents__Command is a slash and a lower-case word, for instance /incident.")]
    public string Command { get; set; } = "/incident";

    /// <summary>Other commands that open the post-mortem of the channel's incident, separated by spaces.</summary>
    [Required(AllowEmptyStrings = true)]
    public string PostMortemCommands { get; set; } = "/postmortem";

    public IEnumerable<string> PostMortemCommandNames => PostMortemCommands.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct();

    /// <summary>Who may waive, publish and cancel besides lead and facilitator: Slack user ids, separated by spaces.</summary>
    [Required(AllowEmptyStrings = true)]
    public string Admins { get; set; } = "";

    public bool IsAdmin(Domain.PersonId person) => Admins.Split(' ', StringSplitOptions.RemoveEmptyEntries).Contains(person.Value);
}
