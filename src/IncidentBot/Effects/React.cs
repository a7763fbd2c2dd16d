using IncidentBot.Delivery.Outbox;
using IncidentBot.Slack.WebApi;

namespace IncidentBot.Effects;

/// <summary>Adds or removes the bot's reaction on a message.</summary>
[Effect("react")]
internal sealed record React(string ChannelId, string Ts, string Emoji, bool Stands = true) : IEffect;

internal sealed class ReactSender(ISlackApi slack) : IEffectSender<React>
{
    public async Task<EffectResult> SendAsync(React effect, Sending sending, CancellationToken cancellationToken)
    {
        var response = effect.Stands
            ? await slack.SendAsync(new ReactionsAdd(effect.ChannelId, effect.Ts, effect.Emoji), cancellationToken)
            : await slack.SendAsync(new ReactionsRemove(effect.ChannelId, effect.Ts, effect.Emoji), cancellationToken);

        // The message may have been deleted; then there is nothing to acknowledge.
        return response.Kind is SlackErrorKind.TargetGone ? EffectResult.Done : EffectResult.From(response);
    }
}
