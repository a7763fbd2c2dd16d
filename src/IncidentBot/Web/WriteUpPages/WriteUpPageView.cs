using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.WriteUps;
using IncidentBot.Features.WriteUps.Versions;
using IncidentBot.PostMortems;
using IncidentBot.Web.SignIn;

namespace IncidentBot.Web.WriteUpPages;

/// <summary>A published version, and what it changed.</summary>
internal sealed record VersionLine(int Revision, DateTimeOffset At, string Note, IReadOnlyList<ChangedLine> Changes);

/// <summary>A linked incident; without a title for readers who may not see it.</summary>
internal sealed record LinkLine(IncidentLink Link, string? Title);

/// <summary>An action item as it stands today.</summary>
internal sealed record ActionLine(ActionItem Item, string Owner, bool IsOverdue);

/// <summary>Everything that the page of an incident shows to one reader.</summary>
internal sealed record WriteUpPageView(PageReader Reader, Incident Incident, ChartModel Chart, IReadOnlyList<WriteUpLine> Timeline)
{
    /// <summary>Null for an incident that has none.</summary>
    public PostMortem? PostMortem { get; init; }

    /// <summary>The newest published version; null before the first.</summary>
    public PrintedDocument? Published { get; init; }

    /// <summary>The chain of whys that led to the published gap, where the template prints only the gap; null otherwise.</summary>
    public WhyChain? Chain { get; init; }

    /// <summary>The newest first.</summary>
    public IReadOnlyList<VersionLine> Versions { get; init; } = [];

    public IReadOnlyList<ActionLine> Actions { get; init; } = [];

    public IReadOnlyList<LinkLine> Links { get; init; } = [];

    /// <summary>Earlier incidents that this one resembles.</summary>
    public IReadOnlyList<EarlierIncident> Similar { get; init; } = [];

    public IReadOnlyDictionary<PersonId, string> Names { get; init; } = new Dictionary<PersonId, string>();

    /// <summary>The workspace's word for the structural gap.</summary>
    public string GapTitle { get; init; } = "";

    public int Readers { get; init; }

    /// <summary>The incident's channel in Slack; null when there is none.</summary>
    public string? Channel { get; init; }

    public IReadOnlyList<FactualCorrection> Corrections => PostMortem?.WriteUp.Corrections ?? [];

    public string NameOf(PersonId person) => Names.GetValueOrDefault(person) ?? person.Value;
}
