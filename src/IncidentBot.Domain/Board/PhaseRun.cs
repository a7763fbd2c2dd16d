namespace IncidentBot.Domain.Board;

/// <summary>One run of a phase; going back makes a second one. All instants are UTC.</summary>
/// <param name="Phase">Which phase.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndsAt">When it is planned to end; "+5" moves it.</param>
/// <param name="LeftAt">When the meeting left it; null while it is there.</param>
/// <param name="Told">What the soft timer has shown so far.</param>
/// <param name="Alarms">How often someone raised blame; never who.</param>
public sealed record PhaseRun(
    AgendaPhaseKind Phase,
    DateTimeOffset StartedAt,
    DateTimeOffset EndsAt,
    DateTimeOffset? LeftAt = null,
    TimerWord Told = TimerWord.Nothing,
    int Alarms = 0)
{
    /// <summary>How long before the end the board warns; less when the phase is shorter than twice that.</summary>
    public static TimeSpan WarnBefore { get; } = TimeSpan.FromMinutes(2);

    /// <summary>How long it has lasted, or lasted.</summary>
    /// <param name="now">UTC; counts while the meeting is still there.</param>
    public TimeSpan Spent(DateTimeOffset now) => (LeftAt ?? now) - StartedAt;

    /// <summary>What the soft timer has to say at an instant.</summary>
    /// <param name="now">UTC.</param>
    public TimerWord WordAt(DateTimeOffset now) =>
        now >= EndsAt ? TimerWord.TimeIsUp
        : now >= EndsAt - WarnBefore && EndsAt - StartedAt > 2 * WarnBefore ? TimerWord.SoonOver
        : TimerWord.Nothing;
}

/// <summary>What the soft timer says. The numbers are stored and never change.</summary>
public enum TimerWord
{
    /// <summary>There is time.</summary>
    Nothing = 0,

    /// <summary>Two minutes are left.</summary>
    SoonOver = 1,

    /// <summary>The planned time is over; the meeting goes on.</summary>
    TimeIsUp = 2,
}
