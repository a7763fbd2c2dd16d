using IncidentBot.Slack.WebApi;
using IncidentBot.Workspace;

namespace IncidentBot.Outbox;

/// <summary>
/// Tells "Slack stumbles over this call" from "Slack is down": the first is given up after some attempts, the second lasts as
/// long as it lasts and nothing is given up meanwhile. A dead token is the operator's, who is told at once.
/// </summary>
internal sealed partial class SlackPulse(ISlackApi slack, WorkspaceCheck check, ILogger<SlackPulse> logger)
{
    private volatile bool _wasDown;

    /// <summary>True when this result is one of a Slack that answers nothing; asks the cheapest question of all.</summary>
    public async Task<bool> IsDownAsync(EffectResult result, CancellationToken cancellationToken)
    {
        if (result is EffectResult.Answered { Response.Kind: SlackErrorKind.AuthDead or SlackErrorKind.Config })
        {
            check.Soon();
        }

        var isDown = IsStumbling(result) && IsStumbling(EffectResult.From(await slack.SendAsync(new AuthTest(), cancellationToken)));
        if (isDown && !_wasDown)
        {
            Log.Down(logger);
        }
        else if (!isDown && _wasDown)
        {
            Log.Up(logger);
        }

        _wasDown = isDown;
        return isDown;
    }

    private static bool IsStumbling(EffectResult result) =>
        result is EffectResult.Answered { Response.Kind: SlackErrorKind.Transient or SlackErrorKind.UnknownOutcome };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Slack does not answer; what is to be sent waits until it does")]
        public static partial void Down(ILogger logger);

        [LoggerMessage(2, LogLevel.Information, "Slack answers again")]
        public static partial void Up(ILogger logger);
    }
}
