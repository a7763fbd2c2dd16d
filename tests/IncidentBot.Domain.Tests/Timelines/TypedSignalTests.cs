using IncidentBot.Domain.Timelines;
using static IncidentBot.Domain.Tests.Time.Instants;

namespace IncidentBot.Domain.Tests.Timelines;

public sealed class TypedSignalTests
{
    private static readonly DateTimeOffset Now = Utc("2026-11-19 14:00");

    [Theory]
    [InlineData("disk alert at 13:05", "disk alert", "2026-11-19 13:05", SignalState.Fired)]
    [InlineData("disk alert at 13:05 missed", "disk alert", "2026-11-19 13:05", SignalState.Missed)]
    [InlineData("disk alert at 13:05. Missed.", "disk alert", "2026-11-19 13:05", SignalState.Missed)]
    [InlineData("disk alert 10 min ago, missed", "disk alert", "2026-11-19 13:50", SignalState.Missed)]
    [InlineData("13:05 disk alert missed", "disk alert missed", "2026-11-19 13:05", SignalState.Missed)]
    [InlineData("the alert was missed", "the alert was missed", null, SignalState.Missed)]
    [InlineData("the alert was dismissed", "the alert was dismissed", null, SignalState.Fired)]
    public void A_signal_may_be_missed_and_may_have_a_time(string typed, string text, string? utc, SignalState state)
    {
        var signal = TypedSignal.Read(typed, Now, TimeZoneInfo.Utc);

        Assert.Equal(new TypedSignal(text, utc is null ? null : Utc(utc), state), signal.Value);
    }

    [Theory]
    [InlineData("disk alert at 25:00")]
    [InlineData("disk alert at 25:00 missed")]
    public void A_time_that_cannot_be_read_is_asked_about(string typed) =>
        Assert.Contains("“at 25:00”", TypedSignal.Read(typed, Now, TimeZoneInfo.Utc).Refusal?.Sentence, StringComparison.Ordinal);
}
