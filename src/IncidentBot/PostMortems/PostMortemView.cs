using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Causes;
using IncidentBot.Domain.Debriefs;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Language;
using IncidentBot.Domain.Language.Blame;
using IncidentBot.Domain.Meetings;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Preparation;
using IncidentBot.Domain.Time;
using IncidentBot.Domain.Timelines;
using IncidentBot.Domain.WriteUps;
using IncidentBot.PostMortems.Causes;

namespace IncidentBot.PostMortems;

/// <summary>A post-mortem with everything that the overview, the publishing check and the write-up need.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="PostMortem">Its post-mortem.</param>
/// <param name="Entries">The curated entries of its timeline, without removed ones; those of covered incidents too.</param>
/// <param name="Actions">Its action items, without dropped ones; those of covered incidents too.</param>
internal sealed record PostMortemView(
    Incident Incident, PostMortem PostMortem, IReadOnlyList<TimelineEntry> Entries, IReadOnlyList<ActionItem> Actions)
{
    /// <summary>The people whose names the blame check recognises.</summary>
    public PeoplePresent Around { get; init; } = PeoplePresent.None;

    /// <summary>The texts that someone kept as written after a blame finding, with the reasons.</summary>
    public IReadOnlyList<AcceptedWording> Kept { get; init; } = [];

    /// <summary>The cause class of each gap that has one, by the chain that ends in the gap.</summary>
    public IReadOnlyDictionary<Guid, CauseClass> Causes { get; init; } = new Dictionary<Guid, CauseClass>();

    /// <summary>The class of the gap that the post-mortem closes; null if it has none.</summary>
    public CauseClass? FirstCause => Causes.GetValueOrDefault(PostMortem.WriteUp.WhyChain.Id);

    /// <summary>The classes that the form of the whys suggests; none for other forms.</summary>
    public CauseChoices SuggestedCauses { get; init; } = CauseChoices.None;

    /// <summary>Earlier incidents that this one resembles, where they are shown: in the overview and in the form of the whys.</summary>
    public IReadOnlyList<EarlierIncident> Earlier { get; init; } = [];

    /// <summary>The debrief notes, oldest first: a source, never part of the write-up.</summary>
    public IReadOnlyList<DebriefNote> Debrief { get; init; } = [];

    /// <summary>The people who were asked questions before the meeting, in the order in which they were asked.</summary>
    public IReadOnlyList<PreparationRequest> Asked { get; init; } = [];

    /// <summary>The parking lot, with what was settled.</summary>
    public IReadOnlyList<ParkedPoint> Parked { get; init; } = ParkedPoint.All(PostMortem, []);

    /// <summary>The questions and possible causes that wait for an answer.</summary>
    public IEnumerable<ParkedPoint> OpenPoints => Parked.Where(point => point.IsOpen);

    /// <summary>When the timeline and the action items were last edited, also by removing one; as the write-up wants it.</summary>
    public IReadOnlyDictionary<DocumentSection, DateTimeOffset> EditedElsewhere { get; init; } =
        new Dictionary<DocumentSection, DateTimeOffset>();

    /// <summary>The corrections that wait for an answer or for an edit of this section.</summary>
    public IEnumerable<FactualCorrection> CorrectionsOf(DocumentSection section) => PostMortem.WriteUp.Corrections
        .Where(correction => correction.Answer is CorrectionAnswer.Open)
        .Concat(PostMortem.WriteUp.PendingCorrections(EditedElsewhere))
        .Where(correction => correction.Section == section);

    public int Number => Incident.Number;

    /// <summary>The other incidents of the same event that it covers, without private ones.</summary>
    public IReadOnlyList<Incident> Covered { get; init; } = [];

    /// <summary>All incidents that it is about, its own first.</summary>
    public IEnumerable<Incident> Incidents => Covered.Prepend(Incident);

    /// <summary>The timeline of all its incidents in one order. If there are several, each line names its incident.</summary>
    public IReadOnlyList<TimelineLine> TimelineOf(Func<PersonId, DateTimeOffset, string> nameOf) => Covered.Count == 0
        ? TimelineView.Of(Incident, Entries, nameOf)
        :
        [
            .. Incidents.SelectMany(incident => TimelineView
                .Of(incident, Entries.Where(entry => entry.IncidentNumber == incident.Number), nameOf)
                .Select(line => line with { Text = FormattableString.Invariant($"Incident {incident.Number}: {line.Text}") }))
                .OrderBy(line => line.At),
        ];

    /// <summary>The time zone of the person who reads it; UTC when the service itself does.</summary>
    public string ReaderZone { get; init; } = "UTC";

    /// <summary>The reader's day, with which due days are compared: the same as on their home tab and in their reminders.</summary>
    public DateOnly TodayAt(DateTimeOffset now) => Zones.DateIn(now, Zones.Find(ReaderZone));

    /// <summary>The incident's number as text, the value of most buttons.</summary>
    public string Subject => IncidentWords.Number(Incident);

    /// <summary>Who may publish, waive and so on, among the people who are still there.</summary>
    public PostMortemRights Rights { get; init; } =
        new(Incident.Lead, PostMortem.Facilitator) { Declarer = Incident.DeclaredBy };

    /// <summary>What is still missing.</summary>
    public Completeness Completeness => Completeness.Of(Facts)
        .WithFindings(DocumentBlameCheck.UnresolvedFindings(Facts, Around, Kept));

    /// <summary>The document as it would be printed, for the checks before publishing.</summary>
    public CompletenessInput Facts => new(
        PostMortem,
        TimelineOf((_, _) => "").Count(line => line.IsContributed),
        Actions.Count,
        Actions.Count(action => action.AcceptedAt is not null))
    {
        Defaults = Defaults,
        EditedElsewhere = EditedElsewhere,
    };

    /// <summary>The summary as it is printed: what the incident says until someone writes it.</summary>
    public string Summary => Defaults.SummaryOf(PostMortem.WriteUp);

    /// <summary>The impact as it is printed: what the incident says until someone writes it.</summary>
    public Impact Impact => Defaults.ImpactOf(PostMortem.WriteUp);

    /// <summary>Who pressed "I'm here" on the board of the meeting.</summary>
    public IReadOnlyList<PersonId> OnTheBoard { get; init; } = [];

    /// <summary>What people said about the meeting; only totals are shown.</summary>
    public IReadOnlyList<MeetingFeedback> Feedback { get; init; } = [];

    /// <summary>Who attended the meeting, as far as is known.</summary>
    public Attendance Attendance => Attendance.Of(PostMortem.Meeting, OnTheBoard);

    private WriteUpDefaults Defaults => WriteUpDefaults.Of(Incident);
}
