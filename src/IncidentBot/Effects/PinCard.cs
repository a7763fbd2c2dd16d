using IncidentBot.Delivery.Outbox;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;

namespace IncidentBot.Effects;

/// <summary>Pins one of the bot's messages. Slack treats a second pin as already done.</summary>
[Effect("pin_card")]
internal sealed record PinCard(string Name) : IEffect;

internal sealed class PinCardSender(IncidentDb db, ISlackApi slack) : IEffectSender<PinCard>
{
    public async Task<EffectResult> SendAsync(PinCard effect, Sending sending, CancellationToken cancellationToken)
    {
        if (await db.BotMessages.FindAsync([effect.Name], cancellationToken) is not { } posted)
        {
            return EffectResult.ParkWith("The message to pin was never posted.");
        }

        var response = await slack.SendAsync(new PinsAdd(posted.ChannelId, posted.Ts), cancellationToken);
        return EffectResult.From(response);
    }
}
