using System.ComponentModel.DataAnnotations;
using IncidentBot.Domain.Severities;
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

    /// <summary>What the workspace calls its severities, by their usual names "SEV1" to "SEV4"; those by default.</summary>
    public Dictionary<string, string> SeverityNames { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The same by severity.</summary>
    public IReadOnlyDictionary<Severity, string> Labels => SeverityPolicy.All
        .Where(policy => SeverityNames.ContainsKey(policy.Word))
        .ToDictionary(policy => policy.Severity, policy => SeverityNames[policy.Word].Trim());

    /// <summary>Who may waive, publish and cancel besides lead and facilitator: Slack user ids, separated by spaces.</summary>
    [EachWord("^[UW][A-Z0-9]{5,}$", ErrorMessage = "{0} has \"{1}\", which is not a Slack user id. Copy the ids from people's "
        + "profiles and write spaces between, for example U012ABCDEF U034GHIJKL.")]
    public string Admins { get; set; } = "";

    /// <summary>The people in <see cref="Admins"/>.</summary>
    public IEnumerable<Domain.PersonId> AdminIds =>
        Admins.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => new Domain.PersonId(id));

    /// <summary>One of the settings with this word.</summary>
    private string Setting(string word) => "Incidents__SeverityNames__"
        + SeverityNames.First(pair => pair.Value.Trim().Equals(word, StringComparison.OrdinalIgnoreCase)).Key;

    private static bool IsName(string name) =>
        name.Trim() is { Length: > 0 and <= SeverityLabels.Limit } word
        && word.All(sign => char.IsLetterOrDigit(sign) || sign is ' ' or '-');

    public bool IsAdmin(Domain.PersonId person) => AdminIds.Contains(person);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (severity, name) in SeverityNames)
        {
            if (!SeverityPolicy.All.Any(policy => policy.Word.Equals(severity, StringComparison.OrdinalIgnoreCase)))
            {
                yield return new ValidationResult(
                    $"Incidents__SeverityNames__{severity} does not name a severity. Use SEV1, SEV2, SEV3, SEV4, for example "
                        + $"Incidents__SeverityNames__SEV1.");
            }
            else if (!IsName(name))
            {
                yield return new ValidationResult(
                    $"Incidents__SeverityNames__{severity} is \"{name}\". Set it to a word of at most {SeverityLabels.Limit} letters, "
                        + $"for example Critical.");
            }
        }

        var labels = SeverityPolicy.All.Select(policy => Labels.GetValueOrDefault(policy.Severity, policy.Word));
        if (labels.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            yield return new ValidationResult(
                $"{Setting(twice.Key)} is \"{twice.Key}\", but another severity has the same name. Use different words, for example "
                    + $"Critical, High, Medium and Low.");
        }

        if (PostMortemCommandNames.Contains(Command))
        {
            yield return new ValidationResult(
                $"Incidents__PostMortemCommands has {Command}, which is also Incidents__Command. Use different commands, for "
                    + $"example /postmortem and /incident.");
        }
    }
}
