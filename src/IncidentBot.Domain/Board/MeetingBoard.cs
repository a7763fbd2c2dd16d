using IncidentBot.Domain.PostMortems;

namespace IncidentBot.Domain.Board;

/// <summary>
/// The live board of one post-mortem meeting: which phase the meeting is in, since when, and who runs it. What the meeting writes is
/// kept in the post-mortem, so that moving on and writing never get in each other's way. All instants are UTC.
/// </summary>
public sealed partial class MeetingBoard
{
    private readonly List<PhaseRun> _visits = [];
    private readonly List<PersonId> _present = [];

    private MeetingBoard()
    {
    }

    /// <summary>The incident whose post-mortem it is; unique.</summary>
    public int IncidentNumber { get; private set; }

    /// <summary>Counts the changes made to it; the concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>The agenda, as in <see cref="AgendaProfile.Key"/>.</summary>
    public string ProfileKey { get; private set; } = "";

    /// <summary>Whose buttons move the board: the facilitator, or whoever took over.</summary>
    public PersonId Driver { get; private set; }

    /// <summary>When the meeting began.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>When it ended; null while it runs.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>Which prompt card is shown; counts up, the card is this modulo the number of cards.</summary>
    public int Prompt { get; private set; }

    /// <summary>Which line of the timeline the meeting is at, 0 first, when it walks through it.</summary>
    public int Line { get; private set; }

    /// <summary>Every run of a phase, in order; at least one. The last one is where the meeting is.</summary>
    public IReadOnlyList<PhaseRun> Visits => _visits;

    /// <summary>Who said that they are here, each once.</summary>
    public IReadOnlyList<PersonId> Present => _present;

    /// <summary>The agenda.</summary>
    public AgendaProfile Profile => AgendaProfiles.Find(ProfileKey)!;

    /// <summary>Where the meeting is.</summary>
    public PhaseRun CurrentRun => _visits[^1];

    /// <summary>The phase the meeting is in.</summary>
    public AgendaPhase Phase => Profile.Phases[Profile.IndexOf(CurrentRun.Phase)];

    /// <summary>Which run it is, 0 first: what a button says it was shown with, so that two presses are one step.</summary>
    public int Step => _visits.Count - 1;

    /// <summary>The meeting is in the last phase of the agenda.</summary>
    public bool IsInLastPhase => Profile.IndexOf(CurrentRun.Phase) == Profile.Phases.Count - 1;

    /// <summary>The meeting has asked why; before that, what to do about it is collected and not decided.</summary>
    public bool HasAskedWhy => _visits.Exists(run => run.Phase
        is AgendaPhaseKind.Whys or AgendaPhaseKind.SystemsAnalysis or AgendaPhaseKind.CurrentIncident or AgendaPhaseKind.Synthesis);

    /// <summary>The card of the present phase.</summary>
    public string PromptCard => PromptCards.For(CurrentRun.Phase) is var cards ? cards[Prompt % cards.Count] : "";

    /// <summary>Opens the board.</summary>
    /// <param name="incidentNumber">The incident; that it is over is for <see cref="PostMortem.MarkHeld"/>.</param>
    /// <param name="profile">The agenda.</param>
    /// <param name="driver">The facilitator, or whoever opens the board when there is none.</param>
    /// <param name="now">UTC.</param>
    public static MeetingBoard Open(int incidentNumber, AgendaProfile profile, PersonId driver, DateTimeOffset now)
    {
        var board = new MeetingBoard
        {
            IncidentNumber = incidentNumber,
            ProfileKey = profile.Key,
            Driver = driver,
            StartedAt = now.ToUniversalTime(),
        };
        board._present.Add(driver);
        board.Enter(profile.Phases[0], now);
        return board;
    }

    /// <summary>How long the meeting was in a phase, all runs together.</summary>
    /// <param name="kind">The phase.</param>
    /// <param name="now">UTC; counts for the present run.</param>
    public TimeSpan Spent(AgendaPhaseKind kind, DateTimeOffset now) =>
        _visits.Where(run => run.Phase == kind).Aggregate(TimeSpan.Zero, (sum, run) => sum + run.Spent(now));

    /// <summary>
    /// Takes another agenda. The meeting stays in its phase if that has it, else it begins with the first one it has not been in.
    /// </summary>
    /// <param name="profile">The agenda from now on.</param>
    /// <param name="now">UTC.</param>
    public void Follow(AgendaProfile profile, DateTimeOffset now)
    {
        if (profile.Key == ProfileKey || FinishedAt is not null)
        {
            return;
        }

        ProfileKey = profile.Key;
        Version++;
        if (profile.IndexOf(CurrentRun.Phase) is var index and >= 0)
        {
            _visits[^1] = CurrentRun with { EndsAt = CurrentRun.StartedAt + profile.Phases[index].Length, Told = TimerWord.Nothing };
            return;
        }

        var next = profile.Phases.FirstOrDefault(phase => _visits.TrueForAll(run => run.Phase != phase.Kind)) ?? profile.Phases[^1];
        Leave(now);
        Enter(next, now);
    }

    /// <summary>Someone else runs the board from now on.</summary>
    /// <param name="person">Who.</param>
    public void TakeOver(PersonId person)
    {
        if (Driver != person)
        {
            Driver = person;
            Version++;
            Join(person);
        }
    }

    /// <summary>Someone is in the meeting. Saying it twice is fine.</summary>
    /// <param name="person">Who.</param>
    public void Join(PersonId person)
    {
        if (!_present.Contains(person))
        {
            _present.Add(person);
            Version++;
        }
    }

    private void Enter(AgendaPhase phase, DateTimeOffset now)
    {
        var start = now.ToUniversalTime();
        _visits.Add(new PhaseRun(phase.Kind, start, start + phase.Length));
        Prompt = 0;
        Version++;
    }

    private void Leave(DateTimeOffset now) => _visits[^1] = CurrentRun with { LeftAt = now.ToUniversalTime() };
}
