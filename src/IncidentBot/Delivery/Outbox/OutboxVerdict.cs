using IncidentBot.Slack.WebApi;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Delivery.Outbox;

/// <summary>What the outcome of an attempt means for its row.</summary>
internal static class OutboxVerdict
{
    private static readonly TimeSpan DefaultWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan WhileTokenIsDead = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan WhileSlackIsDown = TimeSpan.FromSeconds(10);

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
                row.GoOn(OutboxExtensions.PayloadOf(unfinished.Next), now);
                break;
            case EffectResult.Held held:
                row.Hold(held.Reason, now);
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
                // Nothing works without a valid token, so wait without using up the row's attempts.
                row.TryAgain(now + WhileTokenIsDead, error, counts: false, lookFirst: row.LookFirst);
                break;
            case SlackErrorKind.Transient or SlackErrorKind.UnknownOutcome when isSlackDown:
                row.TryAgain(now + WhileSlackIsDown, error, counts: false, lookFirst: row.LookFirst || response.HasEffectUnknown);
                break;
            case SlackErrorKind.Transient or SlackErrorKind.UnknownOutcome when row.Attempts < LaneRow.MaxAttempts:
                row.TryAgain(now + Backoff(row.Attempts), error, counts: true, lookFirst: row.LookFirst || response.HasEffectUnknown);
                break;
            case SlackErrorKind.Config:
                row.Hold(error, now);
                break;
            case SlackErrorKind.TargetGone when IsReturnable(error):
                row.Hold(error, now);
                break;
            default:
                row.Park(error, now);
                break;
        }
    }

    /// <summary>The bot can be invited again, and a channel can come out of the archive.</summary>
    private static bool IsReturnable(string error) => error is "not_in_channel" or "channel_not_found" or "is_archived" or "is_inactive";

    // 2, 4, 8, 16 seconds: fast enough for a person who waits, long enough for a short failure of Slack.
    private static TimeSpan Backoff(int attempts) => TimeSpan.FromSeconds(Math.Pow(2, attempts));
}
