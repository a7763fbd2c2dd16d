using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;

namespace IncidentBot.Effects;

/// <summary>
/// Archives the incident's channel. That removes the bot, so everything still to be read or posted there comes before it in
/// the lane.
/// </summary>
/// <param name="IncidentNumber">Whose channel.</param>
/// <param name="AskedBy">Who hears of it if Slack refuses.</param>
[Effect("archive_channel")]
internal sealed record ArchiveChannel(int IncidentNumber, PersonId AskedBy) : IEffect;

internal sealed class ArchiveChannelSender(IncidentDb db, ISlackApi slack, TimeProvider time) : IEffectSender<ArchiveChannel>
{
    public async Task<EffectResult> SendAsync(ArchiveChannel effect, Sending sending, CancellationToken cancellationToken)
    {
        var found = await db.Channels.FindAsync([effect.IncidentNumber], cancellationToken);
        if (found is not { ChannelId: { } channelId, IsBorrowed: false, IsArchived: false } channel)
        {
            return EffectResult.Done;
        }

        var response = await slack.SendAsync(new ConversationsArchive(channelId), cancellationToken);
        (channel.IsArchived, channel.IsBotOut) = (response.Done, response.Done);
        return EffectResult.From(response);
    }

    public Task GivenUpAsync(ArchiveChannel effect, string reason, CancellationToken cancellationToken)
    {
        var sentence = Mrkdwn.Text(
            $"I couldn't archive the channel of incident {effect.IncidentNumber}: Slack answered `{reason}`. Nothing is lost. "
                + $"Someone with permission can archive it in Slack.");
        db.Enqueue(
            Lane.Person(effect.AskedBy), new Post(Address.Person(effect.AskedBy), MessageContent.Paragraph(sentence)), time.GetUtcNow());
        return Task.CompletedTask;
    }
}
