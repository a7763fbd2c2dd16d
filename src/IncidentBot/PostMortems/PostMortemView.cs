using IncidentBot.Cards;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Debriefs;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Language;
using IncidentBot.Domain.Language.Blame;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Timelines;
using IncidentBot.Domain.WriteUps;

namespace IncidentBot.PostMortems;

/// <summary>A post-mortem with everything that the overview, the publishing check and the write-up need.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="PostMortem">Its post-mortem.</param>
/// <param name="Entries">The curated entries of its timeline, without removed ones.</param>
/// <param name="Actions">Its action items, without dropped ones.</param>
internal sealed record PostMortemView(
    Incident Incident, PostMortem PostMortem, IReadOnlyList<TimelineEntry> Entries, IReadOnlyList<ActionItem> Actions)
{
    /// <summary>The people whose names the blame check recognises.</summary>
    public PeoplePresent Around { get; init; } = PeoplePresent.None;

    /// <summary>The texts that were kept as they are, with the reasons.</summary>
    public IReadOnlyList<AcceptedWording> Kept { get; init; } = [];

    /// <summary>The debrief notes, oldest first: a source, never part of the write-up.</summary>
    public IReadOnlyList<DebriefNote> Debrief { get; init; } = [];

    public int Number => Incident.Number;

    /// <summary>The number as text: the value of most buttons.</summary>
    public string Subject => IncidentWords.Number(Incident);

    /// <summary>Who may publish, waive and so on, among the people who are still there.</summary>
    public PostMortemRights Rights { get; init; } =
        new(Incident.Lead, PostMortem.Facilitator) { Declarer = Incident.DeclaredBy };

    /// <summary>What is still missing.</summary>
    public Completeness Completeness => Completeness.Of(
            PostMortem, WriteUpTimeline.Of(this, _ => "").Count, Actions.Count, Actions.Count(action => action.AcceptedAt is not null))
        .WithFindings(DocumentBlameCheck.UnresolvedFindings(PostMortem, Around, Kept));
}
