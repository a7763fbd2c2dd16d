using IncidentBot.Lanes;
using IncidentBot.Slack.WebApi;

namespace IncidentBot.Outbox;

/// <summary>What an attempt's end means for its row.</summary>
internal static class OutboxVerdict
{
    private static readonly TimeSpan DefaultWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan WhileTokenIsDead = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan WhileSlackIsDown = TimeSpan.FromSeconds(15);

    /// <param name="row">The row that was tried.</param>
    /// <param name="result">How that ended.</param>
    /// <param name="isSlackDown">True when Slack as a whole does not answer: then it is no failure of this row.</param>
    /// <param name="now">Now.</param>
    public static void Apply(OutboxRow row, EffectResult result, bool isSlackDown, DateTimeOffset now)
    {
        switch (result)
        {
            case EffectResult.Wait wait:
                row.TryAgain(wait.At, "limit", counts: false, lookFirst: row.LookFirst);
                break;
            case EffectResult.Unfinished unfinished:
                row.GoOn(unfinished.Next, now);
                break;
            case EffectResult.Impossible impossible:
                row.Park(impossible.Reason, now);
                break;
            case EffectResult.Answered answered:
                Apply(row, answered.Response, isSlackDown, now);
                break;
            default:
                row.MarkDone(now);
                break;
        }
    }

    private static void Apply(OutboxRow row, SlackResponse response, bool isSlackDown, DateTimeOffset now)
    {
        var error = response.Error ?? "unknown";
        switch (response.Kind)
        {
            case SlackErrorKind.Throttled:
                row.TryAgain(now + (response.RetryAfter ?? DefaultWait), error, counts: false, lookFirst: row.LookFirst);
                break;
            case SlackErrorKind.AuthDead:
                // Nothing will work until somebody gives us a token: wait without using up the row's attempts.
                row.TryAgain(now + WhileTokenIsDead, error, counts: false, lookFirst: row.LookFirst);
                break;
            case SlackErrorKind.Transient or SlackErrorKind.UnknownOutcome when isSlackDown:
                row.TryAgain(now + WhileSlackIsDown, error, counts: false, lookFirst: row.LookFirst || response.HasEffectUnknown);
                break;
            case SlackErrorKind.Transient or SlackErrorKind.UnknownOutcome when row.Attempts < LaneRow.MaxAttempts:
                row.TryAgain(now + Backoff(row.Attempts), error, counts: true, lookFirst: row.LookFirst || response.HasEffectUnknown);
                break;
            default:
                row.Park(error, now);
                break;
        }
    }

    // 2, 4, 8, 16 seconds: quick enough for a person who waits, long enough for a Slack that stumbles.
    private static TimeSpan Backoff(int attempts) => TimeSpan.FromSeconds(Math.Pow(2, attempts));
}
