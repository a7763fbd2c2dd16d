using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using Polly.CircuitBreaker;

namespace IncidentBot.Delivery.Outbox;

/// <summary>How sending a row ended.</summary>
/// <param name="Result">The outcome for the row.</param>
/// <param name="IsSlackDown">Slack as a whole does not answer: then it is no failure of this row.</param>
internal sealed record SendAttempt(EffectResult Result, bool IsSlackDown);

/// <summary>
/// Distinguishes "Slack fails on this call" from "Slack is down": the first is given up after some attempts; during the second,
/// nothing is given up. While Slack is down, one row every ten seconds tests for all whether it is back.
/// A dead token is reported to the operator at once.
/// </summary>
internal sealed partial class SlackPulse(
    ISlackApi slack, WorkspaceDoubt doubt, Resilience resilience, TimeProvider time, ILogger<SlackPulse> logger)
{
    private static readonly TimeSpan UntilTheFirstIsBack = TimeSpan.FromSeconds(1);

    private volatile bool _wasDown;

    /// <summary>Sends a row, or puts it off without trying while Slack is known to be down.</summary>
    public async Task<SendAttempt> TryAsync(Func<CancellationToken, Task<EffectResult>> send, CancellationToken cancellationToken)
    {
        try
        {
            var attempt = await resilience.SlackBreaker
                .ExecuteAsync(async token => await JudgeAsync(await send(token), token), cancellationToken);
            LogChange(attempt.IsSlackDown);
            return attempt;
        }
        catch (BrokenCircuitException broken)
        {
            return new SendAttempt(EffectResult.NotBefore(time.GetUtcNow() + Wait(broken)), IsSlackDown: true);
        }
    }

    /// <summary>When the result looks like an outage, the cheapest call decides.</summary>
    private async Task<SendAttempt> JudgeAsync(EffectResult result, CancellationToken cancellationToken)
    {
        if (result is EffectResult.Answered { Response.Kind: SlackErrorKind.AuthDead or SlackErrorKind.Config })
        {
            doubt.Set();
        }

        return new SendAttempt(
            result, MayBeOutage(result) && MayBeOutage(EffectResult.From(await slack.SendAsync(new AuthTest(), cancellationToken))));
    }

    private TimeSpan Wait(BrokenCircuitException broken) =>
        resilience.SlackBreakerState.CircuitState is CircuitState.Open && broken.RetryAfter > UntilTheFirstIsBack
            ? broken.RetryAfter.Value
            : UntilTheFirstIsBack;

    private void LogChange(bool isDown)
    {
        if (isDown && !_wasDown)
        {
            Log.Down(logger);
        }
        else if (!isDown && _wasDown)
        {
            Log.Up(logger);
        }

        _wasDown = isDown;
    }

    private static bool MayBeOutage(EffectResult result) =>
        result is EffectResult.Answered { Response.Kind: SlackErrorKind.Transient or SlackErrorKind.UnknownOutcome };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Slack is not answering; outgoing calls wait until it does")]
        public static partial void Down(ILogger logger);

        [LoggerMessage(2, LogLevel.Information, "Slack is answering again")]
        public static partial void Up(ILogger logger);
    }
}
