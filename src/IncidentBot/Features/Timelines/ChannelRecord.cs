using IncidentBot.Domain;
using IncidentBot.Domain.Timelines;
using IncidentBot.People;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Timelines;

/// <summary>
/// Every message of an incident's channel with its edits, merged by channel and ts: news may come in any order and more than
/// once. What we wrote ourselves and what Slack writes (joins, topics, names) is not kept.
/// </summary>
internal sealed class ChannelRecord(IncidentDb db, PeopleDirectory people, SlackWorkspace workspace)
{
    /// <summary>The incident whose channel it is; null for all others.</summary>
    public Task<int?> IncidentOfAsync(string channel, CancellationToken cancellationToken) => db.Channels
        .Where(known => known.ChannelId == channel).Select(known => (int?)known.IncidentNumber).SingleOrDefaultAsync(cancellationToken);

    public async Task<ChannelMessage?> FindAsync(string channel, string ts, CancellationToken cancellationToken) =>
        await db.ChannelMessages.FindAsync([channel, ts], cancellationToken);

    /// <summary>Merges a message as Slack shows it; null when it is none that we keep.</summary>
    public async Task<ChannelMessage?> MergeAsync(string channel, SlackMessage message, CancellationToken cancellationToken, DateTimeOffset? editedAt = null)
    {
        if (!IsKept(message) || await BeginAsync(channel, message.Ts, message.IsReply ? message.ThreadTs : null, cancellationToken) is not { } known)
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
    public async Task<ChannelMessage?> MergeDeletedAsync(MessageDeleted deleted, CancellationToken cancellationToken)
    {
        if (deleted.PreviousMessage is { } previous && await MergeAsync(deleted.Channel, previous, cancellationToken) is null)
        {
            return null;
        }

        var known = await BeginAsync(deleted.Channel, deleted.DeletedTs, null, cancellationToken);
        known?.ApplyDeleted(InstantOf(deleted.EventTs) ?? deleted.EventTime);
        return known;
    }

    /// <summary>The instant in one of Slack's time stamps; null for what is none.</summary>
    public static DateTimeOffset? InstantOf(string ts) => MessageTs.At(ts) is { Ok: true, Value: var at } ? at : null;

    /// <summary>What is kept of a file: never its content, which stays where its owner put it (defect 10).</summary>
    public static MessageFile FileOf(SlackFile file) =>
        new() { Id = file.Id, Name = file.Name.Length > 0 ? file.Name : file.Title, MimeType = file.Mimetype, Permalink = file.Permalink };

    private bool IsKept(SlackMessage message) =>
        (message.Subtype is null or "me_message" or "file_share" or "thread_broadcast" or "bot_message") && !workspace.IsUs(message.User, message.BotId);

    private async Task<ChannelMessage?> BeginAsync(string channel, string ts, string? threadTs, CancellationToken cancellationToken)
    {
        if (await FindAsync(channel, ts, cancellationToken) is { } known)
        {
            return known;
        }

        return ChannelMessage.Begin(new MessagePlace(channel, ts, threadTs)) is { Ok: true, Value: var begun }
            ? db.ChannelMessages.Add(begun).Entity
            : null;
    }

    /// <summary>Everybody has a name: people who left, guests, bots, and webhooks that only say how they want to be called (defect 15).</summary>
    private async Task<PostedMessage> AuthorAsync(SlackMessage message, CancellationToken cancellationToken)
    {
        if (message.User is not { Length: > 0 } user)
        {
            var name = message.Username is { Length: > 0 } given ? given : message.BotId;
            return new PostedMessage(message.Words, name ?? "somebody") { IsBot = message.IsFromBot };
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
