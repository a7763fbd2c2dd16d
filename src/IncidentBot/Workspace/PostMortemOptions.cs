using System.ComponentModel.DataAnnotations;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Severities;
using IncidentBot.Domain.Time;
using IncidentBot.Domain.WriteUps;

namespace IncidentBot.Workspace;

/// <summary>What write-ups look like.</summary>
internal sealed class PostMortemOptions : IValidatableObject
{
    public const string Section = "PostMortems";
    public const string DefaultGapTitle = "Structural gap";

    /// <summary>How people appear in a write-up's timeline: Roles, Handles or Anonymous.</summary>
    public TimelineNames TimelineNames { get; set; } = TimelineNames.Roles;

    /// <summary>From when the time until the post-mortem counts: Resolved, Declared or ImpactStart.</summary>
    public ClockStart ClockStart { get; set; } = ClockStart.Resolved;

    /// <summary>Whether that clock stands on weekends and holidays.</summary>
    public bool WorkingTime { get; set; }

    /// <summary>
    /// Whether a published write-up also appears in the canvas of the incident's channel; needs the scope canvases:write.
    /// </summary>
    public bool Canvas { get; set; }

    /// <summary>The write-up template for each severity, by its name "SEV1"; one page by default.</summary>
    public Dictionary<string, string> Templates { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The heading of the structural gap; for example "Root cause".</summary>
    [Required(ErrorMessage = "{0} is empty. Set it to a heading, for example Root cause.")]
    [StringLength(100, ErrorMessage = "{0} is longer than {1} characters. Set it to a short heading, for example Root cause.")]
    public string GapTitle { get; set; } = DefaultGapTitle;

    /// <summary>How the deadline of a post-mortem is counted.</summary>
    /// <param name="calendar">The calendar of the reminders, so one list of holidays serves both.</param>
    public DeadlineRules DeadlineRules(WorkCalendar calendar) => new(ClockStart, WorkingTime ? calendar : null);

    /// <summary>The template of a write-up: the chosen one, otherwise the one from the settings.</summary>
    public WriteUpTemplate TemplateOf(Severity severity, PostMortem postMortem) =>
        WriteUpTemplates.Find(postMortem.WriteUp.Template)
        ?? WriteUpTemplates.Find(Templates.GetValueOrDefault(SeverityPolicy.For(severity).Word))
        ?? WriteUpTemplates.All[0];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var severities = Enum.GetValues<Severity>().Select(severity => SeverityPolicy.For(severity).Word).ToList();
        foreach (var (severity, template) in Templates)
        {
            if (!severities.Contains(severity, StringComparer.OrdinalIgnoreCase))
            {
                yield return new ValidationResult(
                    $"PostMortems__Templates__{severity} does not name a severity. Use {string.Join(", ", severities)}, for example "
                        + $"PostMortems__Templates__{severities[0]}.");
            }
            else if (WriteUpTemplates.Find(template) is null)
            {
                var keys = WriteUpTemplates.All.Select(known => known.Key).ToList();
                yield return new ValidationResult(
                    $"PostMortems__Templates__{severity} is \"{template}\". Set it to {string.Join(", ", keys[..^1])} or "
                        + $"{keys[^1]}, for example {keys[0]}.");
            }
        }
    }
}
