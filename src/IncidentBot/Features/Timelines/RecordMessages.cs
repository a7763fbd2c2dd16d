using IncidentBot.Domain.Timelines;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;

namespace IncidentBot.Features.Timelines;

/// <summary>
/// Answers every message, edit and deletion in an incident's channel: stores it, and updates its timeline entry.
/// </summary>
internal sealed class RecordMessages(IncidentDb db, MessageStore store, TimelineMessages timelineMessages) : IEventHandler<MessageEvent>
{
    public async Task HandleAsync(MessageEvent slackEvent, CancellationToken cancellationToken)
    {
        var message = await store.IncidentOfAsync(slackEvent.Channel, TsOf(slackEvent), cancellationToken) is { } incident
            ? await MergeAsync(incident, slackEvent, cancellationToken)
            : slackEvent is MessageDeleted late ? await store.MergeLateDeletionAsync(late, cancellationToken) : null;
        if (message is not null)
        {
            await timelineMessages.UpdateEntryAsync(message, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private async Task<ChannelMessage?> MergeAsync(int incident, MessageEvent slackEvent, CancellationToken cancellationToken) =>
        slackEvent switch
        {
            MessagePosted posted => await store.MergeAsync(incident, posted.Channel, posted.Message, cancellationToken),
            MessageChanged changed => await ChangedAsync(incident, changed, cancellationToken),
            MessageDeleted deleted => await store.MergeDeletedAsync(incident, deleted, cancellationToken),
            _ => null,
        };

    /// <summary>The message that the event is about.</summary>
    private static string TsOf(MessageEvent slackEvent) => slackEvent switch
    {
        MessagePosted posted => posted.Message.Ts,
        MessageChanged changed => changed.Message.Ts,
        MessageDeleted deleted => deleted.DeletedTs,
        _ => "",
    };

    /// <summary>
    /// Thread updates also arrive as changes, with the same words. The words before the edit are stored
    /// as well, in case its event was lost.
    /// </summary>
    private async Task<ChannelMessage?> ChangedAsync(int incident, MessageChanged changed, CancellationToken cancellationToken)
    {
        if (!changed.IsEdit && changed.PreviousMessage?.Words == changed.Message.Words)
        {
            return null;
        }

        if (changed.PreviousMessage is { } previous)
        {
            await store.MergeAsync(incident, changed.Channel, previous, cancellationToken);
        }

        var moment = MessageStore.InstantOf(changed.EventTs) is { } at ? new ShownMoment(at, IsChange: true) : null;
        return await store.MergeAsync(incident, changed.Channel, changed.Message, cancellationToken, moment);
    }
}
