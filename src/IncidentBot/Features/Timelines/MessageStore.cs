using IncidentBot.Domain;
using IncidentBot.Domain.Timelines;
using IncidentBot.People;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Timelines;

/// <summary>
/// Stores every message of an incident's channel with its edits, merged by channel and ts: events may arrive in any order and more
/// than once. Messages of the bot and of Slack itself (joins, topics, names) are not stored.
/// </summary>
internal sealed class MessageStore(IncidentDb db, PeopleDirectory people, SlackWorkspace workspace, TimeProvider time)
{
    /// <summary>For a message that Slack shows at this moment.</summary>
    public ShownMoment Now => new(time.GetUtcNow());

    /// <summary>The incident that a message is stored for; null outside its channel, or outside its time in a borrowed channel.</summary>
    public async Task<int?> IncidentOfAsync(string channel, string ts, CancellationToken cancellationToken)
    {
        if (InstantOf(ts) is not { } writtenAt)
        {
            return null;
        }

        var owners = await db.OwnersOfAsync(channel, cancellationToken);
        return owners.IncidentOfMessage(writtenAt, time.GetUtcNow());
    }

    /// <summary>The incident that a person means when they choose a message; null outside incident channels.</summary>
    public Task<int?> IncidentForMessageAsync(string channel, string ts, CancellationToken cancellationToken) =>
        db.IncidentForMessageAsync(channel, ts, time.GetUtcNow(), cancellationToken);

    public async Task<ChannelMessage?> FindAsync(string channel, string ts, CancellationToken cancellationToken) =>
        await db.ChannelMessages.FindAsync([channel, ts], cancellationToken);

    /// <summary>Merges a message as Slack shows it; null when it is not stored.</summary>
    /// <param name="moment">When Slack showed it like this; null when that may be long ago.</param>
    public async Task<ChannelMessage?> MergeAsync(
        int incident, string channel, SlackMessage message, CancellationToken cancellationToken, ShownMoment? moment = null)
    {
        var place = new MessagePlace(channel, message.Ts, message.IsReply ? message.ThreadTs : null);
        if (!IsStored(message) || await FindOrAddAsync(incident, place, cancellationToken) is not { } known)
        {
            return null;
        }

        var author = await AuthorAsync(message, cancellationToken);
        known.ApplyPosted(author with
        {
            EditedAt = message.Edited is { } edit ? InstantOf(edit.Ts) : moment is { IsChange: true } ? moment.At : null,
            SeenAt = moment?.At,
            Files = [.. message.Files.Select(FileOf)],
        });
        return known;
    }

    /// <summary>Merges a deletion; the message may not be stored yet.</summary>
    public async Task<ChannelMessage?> MergeDeletedAsync(int incident, MessageDeleted deleted, CancellationToken cancellationToken)
    {
        if (deleted.PreviousMessage is { } previous && await MergeAsync(incident, deleted.Channel, previous, cancellationToken) is null)
        {
            return null;
        }

        var known = await FindOrAddAsync(incident, new MessagePlace(deleted.Channel, deleted.DeletedTs), cancellationToken);
        known?.ApplyDeleted(InstantOf(deleted.EventTs) ?? deleted.EventTime);
        return known;
    }

    /// <summary>Merges a deletion after the incident's time in a borrowed channel; null for messages that were never stored.</summary>
    public async Task<ChannelMessage?> MergeLateDeletionAsync(MessageDeleted deleted, CancellationToken cancellationToken)
    {
        var known = await FindAsync(deleted.Channel, deleted.DeletedTs, cancellationToken);
        known?.ApplyDeleted(InstantOf(deleted.EventTs) ?? deleted.EventTime);
        return known;
    }

    /// <summary>The instant in a Slack timestamp; null for anything else.</summary>
    public static DateTimeOffset? InstantOf(string ts) => MessageTs.At(ts) is { Ok: true, Value: var at } ? at : null;

    /// <summary>A file as stored: never with its content.</summary>
    public static MessageFile FileOf(SlackFile file) =>
        new()
        {
            Id = file.Id,
            Name = file.Name.Length > 0 ? file.Name : file.ShownName,
            MimeType = file.Mimetype,
            Permalink = file.Permalink,
        };

    private bool IsStored(SlackMessage message) => message.IsContent && !workspace.IsUs(message.User, message.BotId);

    private async Task<ChannelMessage?> FindOrAddAsync(int incident, MessagePlace place, CancellationToken cancellationToken)
    {
        var known = await FindAsync(place.Channel, place.Ts, cancellationToken);
        if (known is null && ChannelMessage.Create(place) is { Ok: true, Value: var created })
        {
            known = db.ChannelMessages.Add(created).Entity;
        }

        known?.AssignTo(incident);
        return known;
    }

    /// <summary>Names every author, including people who left, guests, bots, and webhooks that only give a name.</summary>
    private async Task<PostedMessage> AuthorAsync(SlackMessage message, CancellationToken cancellationToken)
    {
        if (AuthorIdOf(message) is not { Length: > 0 } user)
        {
            return new PostedMessage(message.Words, message.BotName ?? message.Username ?? message.BotId ?? "someone")
            {
                IsBot = message.IsFromBot,
            };
        }

        var person = await people.FindAsync(new PersonId(user), cancellationToken);
        return new PostedMessage(message.Words, message.BotName ?? NameOf(person, message))
        {
            AuthorId = person.Id,
            IsBot = message.IsFromBot || person.IsBot,
            IsGuest = person.IsGuest || person.IsOutsider is true,
        };
    }

    /// <summary>Slack posts a huddle's message itself, for the person who started the huddle.</summary>
    private static string? AuthorIdOf(SlackMessage message) =>
        message is { IsHuddle: true, Room.CreatedBy: { Length: > 0 } starter } ? starter : message.User;

    /// <summary>Slack may hide people of other workspaces, but names them in their messages.</summary>
    private static string NameOf(Person person, SlackMessage message) => !person.IsUnknown ? person.Name
        : message.UserProfile is { DisplayName.Length: > 0 } profile ? profile.DisplayName
        : message.UserProfile is { RealName.Length: > 0 } named ? named.RealName
        : message.BotId ?? person.Name;
}

/// <summary>When Slack showed a message as it is.</summary>
/// <param name="At">The moment.</param>
/// <param name="IsChange">Slack said that it changed at that moment, not only that it looks like this.</param>
internal sealed record ShownMoment(DateTimeOffset At, bool IsChange = false);
