using IncidentBot.Delivery.Outbox;
using IncidentBot.Effects;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Cards;

internal sealed class SetTopicSender(IncidentDb db, ISlackApi slack, ChannelTopic topic) : IEffectSender<SetTopic>
{
    public async Task<EffectResult> SendAsync(SetTopic effect, Sending sending, CancellationToken cancellationToken)
    {
        var (channel, otherwise) = await db.OwnChannelAsync(effect.IncidentNumber, cancellationToken);
        if (channel?.ChannelId is not { } channelId)
        {
            return otherwise;
        }

        var text = await topic.TextAsync(effect.IncidentNumber, cancellationToken);
        if (channel.Topic == text)
        {
            return EffectResult.Done;
        }

        return sending.LookFirst && await LookAsync(channel, channelId, text, cancellationToken) is { } known
            ? known
            : await SetAsync(channel, channelId, text, cancellationToken);
    }

    /// <summary>Checks whether an earlier attempt set the topic, because every change posts a message. Null when it did not.</summary>
    private async Task<EffectResult?> LookAsync(IncidentChannel channel, string channelId, string text, CancellationToken cancellationToken)
    {
        var shown = await slack.SendAsync(new ConversationsInfo(channelId), cancellationToken);
        if (shown.Ok && shown.Value.Channel.Topic.Value == text)
        {
            channel.Topic = text;
            return EffectResult.Done;
        }

        return shown.IsSilence ? EffectResult.From(shown) : null;
    }

    private async Task<EffectResult> SetAsync(IncidentChannel channel, string channelId, string text, CancellationToken cancellationToken)
    {
        var response = await slack.SendAsync(new ConversationsSetTopic(channelId, text), cancellationToken);
        if (response.Ok)
        {
            channel.Topic = text;
        }

        return EffectResult.From(response);
    }
}
