using IncidentBot.Domain;
using IncidentBot.Domain.Timelines;
using IncidentBot.People;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Timelines;

/// <summary>
/// Every message of an incident's channel with its edits, merged by channel and ts: news may come in any order and more than
/// once. What we wrote ourselves and what Slack writes (joins, topics, names) is not kept.
/// </summary>
internal sealed class MessageStore(IncidentDb db, PeopleDirectory people, SlackWorkspace workspace, TimeProvider time)
{
    /// <summary>The incident to which a message belongs that is read now; null for those of other channels and other times.</summary>
    public async Task<int?> IncidentOfAsync(string channel, string ts, CancellationToken cancellationToken)
    {
        if (InstantOf(ts) is not { } writtenAt)
        {
            return null;
        }

        var owners = await db.OwnersOfAsync(channel, cancellationToken);
        return owners.ReadsMessage(writtenAt, time.GetUtcNow());
    }

    /// <summary>The incident that someone means who hands us a message; null outside of incidents' channels.</summary>
    public Task<int?> IncidentMeantAsync(string channel, string ts, CancellationToken cancellationToken) =>
        db.IncidentMeantAsync(channel, ts, time.GetUtcNow(), cancellationToken);

    public async Task<ChannelMessage?> FindAsync(string channel, string ts, CancellationToken cancellationToken) =>
        await db.ChannelMessages.FindAsync([channel, ts], cancellationToken);

    /// <summary>Merges a message as Slack shows it; null when it is none that we keep.</summary>
    public async Task<ChannelMessage?> MergeAsync(
        int incident, string channel, SlackMessage message, CancellationToken cancellationToken, DateTimeOffset? editedAt = null)
    {
        var place = new MessagePlace(channel, message.Ts, message.IsReply ? message.ThreadTs : null);
        if (!IsKept(message) || await BeginAsync(incident, place, cancellationToken) is not { } known)
        {
            return null;
        }

        var author = await AuthorAsync(message, cancellationToken);
        known.ApplyPosted(author with
        {
            EditedAt = editedAt ?? (message.Edited is { } edit ? InstantOf(edit.Ts) : null),
            Files = [.. message.Files.Select(FileOf)],
        });
        return known;
    }

    /// <summary>Merges a deletion; the message may be one that we have not heard of yet.</summary>
    public async Task<ChannelMessage?> MergeDeletedAsync(int incident, MessageDeleted deleted, CancellationToken cancellationToken)
    {
        if (deleted.PreviousMessage is { } previous && await MergeAsync(incident, deleted.Channel, previous, cancellationToken) is null)
        {
            return null;
        }

        var known = await BeginAsync(incident, new MessagePlace(deleted.Channel, deleted.DeletedTs), cancellationToken);
        known?.ApplyDeleted(InstantOf(deleted.EventTs) ?? deleted.EventTime);
        return known;
    }

    /// <summary>What was deleted is gone, also after the incident's time in a channel of others; null for what was never kept.</summary>
    public async Task<ChannelMessage?> MergeLateDeletionAsync(MessageDeleted deleted, CancellationToken cancellationToken)
    {
        var known = await FindAsync(deleted.Channel, deleted.DeletedTs, cancellationToken);
        known?.ApplyDeleted(InstantOf(deleted.EventTs) ?? deleted.EventTime);
        return known;
    }

    /// <summary>The instant in one of Slack's time stamps; null for what is none.</summary>
    public static DateTimeOffset? InstantOf(string ts) => MessageTs.At(ts) is { Ok: true, Value: var at } ? at : null;

    /// <summary>What is kept of a file: never its content, which stays where its owner put it.</summary>
    public static MessageFile FileOf(SlackFile file) =>
        new() { Id = file.Id, Name = file.Name.Length > 0 ? file.Name : file.Title, MimeType = file.Mimetype, Permalink = file.Permalink };

    private bool IsKept(SlackMessage message) =>
        (message.Subtype is null or "me_message" or "file_share" or "thread_broadcast" or "bot_message")
            && !workspace.IsUs(message.User, message.BotId);

    private async Task<ChannelMessage?> BeginAsync(int incident, MessagePlace place, CancellationToken cancellationToken)
    {
        var known = await FindAsync(place.Channel, place.Ts, cancellationToken);
        if (known is null && ChannelMessage.Begin(place) is { Ok: true, Value: var begun })
        {
            known = db.ChannelMessages.Add(begun).Entity;
        }

        known?.BelongTo(incident);
        return known;
    }

    /// <summary>Everyone has a name: people who left, guests, bots, and webhooks that only say how they want to be called.</summary>
    private async Task<PostedMessage> AuthorAsync(SlackMessage message, CancellationToken cancellationToken)
    {
        if (message.User is not { Length: > 0 } user)
        {
            var name = message.Username is { Length: > 0 } given ? given : message.BotId;
            return new PostedMessage(message.Words, name ?? "someone") { IsBot = message.IsFromBot };
        }

        var person = await people.FindAsync(new PersonId(user), cancellationToken);
        return new PostedMessage(message.Words, person.Name)
        {
            AuthorId = person.Id,
            IsBot = message.IsFromBot || person.IsBot,
            IsGuest = person.IsGuest,
        };
    }
}
