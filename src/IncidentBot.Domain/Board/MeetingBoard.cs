using IncidentBot.Domain.PostMortems;

namespace IncidentBot.Domain.Board;

/// <summary>
/// The live board of one post-mortem meeting: which phase the meeting is in, since when, and who runs it. What the meeting writes is
/// kept in the post-mortem, so that moving on and writing never get in each other's way. All instants are UTC.
/// </summary>
public sealed partial class MeetingBoard
{
    private static readonly TimeSpan ForgottenAfter = TimeSpan.FromDays(1);

    private readonly List<PhaseRun> _runs = [];
    private readonly List<PersonId> _present = [];
    private readonly List<AgendaPhaseKind> _leftOut = [];

    private MeetingBoard()
    {
    }

    /// <summary>The incident whose post-mortem it is; unique.</summary>
    public int IncidentNumber { get; private set; }

    /// <summary>Counts the changes; the concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>The agenda, as in <see cref="AgendaProfile.Key"/>.</summary>
    public string ProfileKey { get; private set; } = "";

    /// <summary>Who controls the board: the facilitator, or the person who took over.</summary>
    public PersonId RunBy { get; private set; }

    /// <summary>When the meeting began.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>When it ended; null while it runs.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>Which prompt card is shown; counts up, the card is this modulo the number of cards.</summary>
    public int Prompt { get; private set; }

    /// <summary>The timeline entry that the meeting is looking at, 0 first.</summary>
    public int Line { get; private set; }

    /// <summary>Every run of a phase, in order; at least one. The last is the current one.</summary>
    public IReadOnlyList<PhaseRun> Runs => _runs;

    /// <summary>Who said that they are here, each once.</summary>
    public IReadOnlyList<PersonId> Present => _present;

    /// <summary>The phases that this meeting leaves out because there is nothing to talk about in them; usually none.</summary>
    public IReadOnlyList<AgendaPhaseKind> LeftOut => _leftOut;

    /// <summary>The agenda, without the phases that this meeting leaves out.</summary>
    public AgendaProfile Profile => AgendaProfiles.Find(ProfileKey)!.Without(_leftOut);

    /// <summary>The current run of a phase.</summary>
    public PhaseRun CurrentRun => _runs[^1];

    /// <summary>The phase the meeting is in.</summary>
    public AgendaPhase Phase => Profile.Phases[Profile.IndexOf(CurrentRun.Phase)];

    /// <summary>The number of the current run, 0 first. Buttons carry it, so that two presses count as one step.</summary>
    public int Step => _runs.Count - 1;

    /// <summary>The meeting is in the last phase of the agenda.</summary>
    public bool IsInLastPhase => Profile.IndexOf(CurrentRun.Phase) == Profile.Phases.Count - 1;

    /// <summary>The meeting has asked why; before that, actions are collected but not decided.</summary>
    public bool HasAskedWhy => _runs.Exists(run => run.Phase
        is AgendaPhaseKind.Whys or AgendaPhaseKind.SystemsAnalysis or AgendaPhaseKind.CurrentIncident or AgendaPhaseKind.Synthesis);

    /// <summary>The prompt card that is shown.</summary>
    public string PromptCard => PromptCards.For(CurrentRun.Phase) is var cards ? cards[Prompt % cards.Count] : "";

    /// <summary>Opens the board.</summary>
    /// <param name="incidentNumber">The incident; <see cref="PostMortem.MarkHeld"/> checks that it is over.</param>
    /// <param name="profile">The agenda.</param>
    /// <param name="runBy">The facilitator, or the person who opens the board when there is none.</param>
    /// <param name="now">UTC.</param>
    /// <param name="leftOut">The phases to leave out, such as the review of open actions when there are none.</param>
    public static MeetingBoard Open(
        int incidentNumber, AgendaProfile profile, PersonId runBy, DateTimeOffset now, params IReadOnlyList<AgendaPhaseKind> leftOut)
    {
        var board = new MeetingBoard
        {
            IncidentNumber = incidentNumber,
            ProfileKey = profile.Key,
            RunBy = runBy,
            StartedAt = now.ToUniversalTime(),
        };
        board._present.Add(runBy);
        board._leftOut.AddRange(leftOut);
        board.Enter(board.Profile.Phases[0], now);
        return board;
    }

    /// <summary>
    /// Whether the meeting goes on. A board that no one finished counts as over a day after the planned end of its phase.
    /// </summary>
    /// <param name="now">UTC.</param>
    public bool IsRunning(DateTimeOffset now) => FinishedAt is null && now < CurrentRun.EndsAt + ForgottenAfter;

    /// <summary>How long the meeting was in a phase, all runs together.</summary>
    /// <param name="kind">The phase.</param>
    /// <param name="now">UTC; counts for the current run.</param>
    public TimeSpan Spent(AgendaPhaseKind kind, DateTimeOffset now) =>
        _runs.Where(run => run.Phase == kind).Aggregate(TimeSpan.Zero, (sum, run) => sum + run.Spent(now));

    /// <summary>
    /// Switches to another agenda. The meeting stays in its phase if the agenda has it; otherwise it continues with the first new one.
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
        if (Profile.IndexOf(CurrentRun.Phase) is var index and >= 0)
        {
            _runs[^1] = CurrentRun with
            {
                EndsAt = CurrentRun.StartedAt + Profile.Phases[index].Length,
                TimerShown = TimerState.Running,
            };
            return;
        }

        var next = Profile.Phases.FirstOrDefault(phase => _runs.TrueForAll(run => run.Phase != phase.Kind)) ?? Profile.Phases[^1];
        Leave(now);
        Enter(next, now);
    }

    /// <summary>Someone else runs the board from now on.</summary>
    /// <param name="person">Who.</param>
    public void TakeOver(PersonId person)
    {
        if (RunBy != person)
        {
            RunBy = person;
            Version++;
            Join(person);
        }
    }

    /// <summary>Records that someone is in the meeting; repeating it changes nothing.</summary>
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
        _runs.Add(new PhaseRun(phase.Kind, start, start + phase.Length));
        Prompt = 0;
        Version++;
    }

    private void Leave(DateTimeOffset now) => _runs[^1] = CurrentRun with { LeftAt = now.ToUniversalTime() };
}
