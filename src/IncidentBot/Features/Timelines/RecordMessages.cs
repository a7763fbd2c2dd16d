using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;

namespace IncidentBot.Features.Timelines;

/// <summary>Answers every message, edit and deletion in an incident's channel: the record is kept, and what is on the timeline follows.</summary>
internal sealed class RecordMessages(IncidentDb db, ChannelRecord record, KeptMessages kept) : IEventHandler<MessageEvent>
{
    public async Task HandleAsync(MessageEvent slackEvent, CancellationToken cancellationToken)
    {
        if (await record.IncidentOfAsync(slackEvent.Channel, cancellationToken) is null)
        {
            return;
        }

        var message = slackEvent switch
        {
            MessagePosted posted => await record.MergeAsync(posted.Channel, posted.Message, cancellationToken),
            MessageChanged changed => await ChangedAsync(changed, cancellationToken),
            MessageDeleted deleted => await record.MergeDeletedAsync(deleted, cancellationToken),
            _ => null,
        };
        if (message is not null)
        {
            await kept.FollowAsync(message, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>
    /// Unfurled links and news of a thread are announced as changes too, with the same words. The text before the edit is kept
    /// as well, in case its own event was lost.
    /// </summary>
    private async Task<Domain.Timelines.ChannelMessage?> ChangedAsync(MessageChanged changed, CancellationToken cancellationToken)
    {
        if (!changed.IsEdit && changed.PreviousMessage?.Words == changed.Message.Words)
        {
            return null;
        }

        if (changed.PreviousMessage is { } previous)
        {
            await record.MergeAsync(changed.Channel, previous, cancellationToken);
        }

        var at = changed.Message.Edited is null ? ChannelRecord.InstantOf(changed.EventTs) : null;
        return await record.MergeAsync(changed.Channel, changed.Message, cancellationToken, at);
    }
}
