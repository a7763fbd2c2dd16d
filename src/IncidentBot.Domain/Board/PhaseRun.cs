namespace IncidentBot.Domain.Board;

/// <summary>One run of a phase; going back makes a second one. All instants are UTC.</summary>
/// <param name="Phase">Which phase.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndsAt">When it is planned to end; "+5" moves it.</param>
/// <param name="LeftAt">When the meeting left the phase; null while it is still in it.</param>
/// <param name="TimerShown">What the soft timer has shown so far.</param>
/// <param name="BlameRaised">How often someone raised blame; never who.</param>
public sealed record PhaseRun(
    AgendaPhaseKind Phase,
    DateTimeOffset StartedAt,
    DateTimeOffset EndsAt,
    DateTimeOffset? LeftAt = null,
    TimerState TimerShown = TimerState.Running,
    int BlameRaised = 0)
{
    /// <summary>How long before the end the board warns; less when the phase is shorter than twice that.</summary>
    public static TimeSpan WarnBefore { get; } = TimeSpan.FromMinutes(2);

    /// <summary>How long the run lasted, or has lasted so far.</summary>
    /// <param name="now">UTC; used while the meeting is still in the phase.</param>
    public TimeSpan Spent(DateTimeOffset now) => (LeftAt ?? now) - StartedAt;

    /// <summary>What the soft timer shows at an instant.</summary>
    /// <param name="now">UTC.</param>
    public TimerState TimerAt(DateTimeOffset now) =>
        now >= EndsAt ? TimerState.TimeIsUp
        : now >= EndsAt - WarnBefore && EndsAt - StartedAt > 2 * WarnBefore ? TimerState.EndingSoon
        : TimerState.Running;
}

/// <summary>What the soft timer shows. The names are stored; see <c>JsonColumn</c> before renaming one.</summary>
public enum TimerState
{
    /// <summary>More than two minutes are left.</summary>
    Running = 0,

    /// <summary>Two minutes are left.</summary>
    EndingSoon = 1,

    /// <summary>The planned time is over; the meeting goes on.</summary>
    TimeIsUp = 2,
}
