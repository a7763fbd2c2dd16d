using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.PostMortems.Documents;
using IncidentBot.Domain.Severities;
using IncidentBot.Features.PostMortems.WriteUps;

namespace IncidentBot.Features.PostMortems;

/// <summary>What write-ups look like.</summary>
internal sealed class PostMortemOptions
{
    public const string Section = "PostMortems";
    public const string DefaultGapTitle = "The gap behind it";

    /// <summary>How people appear in a write-up's timeline: Roles, Handles or Anonymous.</summary>
    public TimelineNames TimelineNames { get; set; } = TimelineNames.Roles;

    /// <summary>Whether a published write-up stands in the canvas of the incident's channel as well; needs the scope canvases:write.</summary>
    public bool Canvas { get; set; }

    /// <summary>The template of a severity's write-ups by its word, "SEV1"; one page where nothing is said.</summary>
    public Dictionary<string, string> Templates { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What write-ups call the gap most worth closing; "Root cause", where people prefer that (D9).</summary>
    public string GapTitle { get; set; } = DefaultGapTitle;

    /// <summary>What a write-up consists of: as somebody chose, else as the setting says.</summary>
    public WriteUpTemplate TemplateOf(Severity severity, PostMortem postMortem) =>
        WriteUpTemplates.Find(postMortem.Template)
        ?? WriteUpTemplates.Find(Templates.GetValueOrDefault(SeverityPolicy.For(severity).Word))
        ?? WriteUpTemplates.All[0];

    /// <summary>Every severity and every template that is named exists.</summary>
    public bool NamesKnownTemplates() =>
        Templates.All(pair => WriteUpTemplates.Find(pair.Value) is not null
            && Enum.GetValues<Severity>().Any(severity => string.Equals(SeverityPolicy.For(severity).Word, pair.Key, StringComparison.OrdinalIgnoreCase)));
}
