using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timelines;
using IncidentBot.Effects;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Timelines;

/// <summary>
/// The results of a message: a timeline entry, an action idea, or a question for the post-mortem. As long as
/// there is one, the bot's check mark is on the message. The caller saves.
/// </summary>
internal sealed class TimelineMessages(IncidentDb db, PlainMessageText words, TimeProvider time)
{
    /// <summary>The entry follows edits and the deletion of its message.</summary>
    public async Task FollowAsync(ChannelMessage message, CancellationToken cancellationToken)
    {
        if (await EntryOfAsync(message, cancellationToken) is not { } entry)
        {
            return;
        }

        entry.FollowFiles(message.Files);
        if (message.EditedAt is { } editedAt)
        {
            entry.FollowEdit(await words.OfAsync(message, cancellationToken), editedAt);
        }

        if (message.DeletedAt is { } deletedAt)
        {
            entry.MarkDeleted(deletedAt);
        }
    }

    /// <summary>
    /// Applies the reactions and the pin on the message; added by the person who reacted, otherwise by the given person.
    /// </summary>
    public async Task ApplyReactionsAsync(
        Incident incident, ChannelMessage message, MessageReactions marks, PersonId by, CancellationToken cancellationToken)
    {
        var entry = await EntryOfAsync(message, cancellationToken);
        var idea = await IdeaOfAsync(message, cancellationToken);
        var stood = Stands(entry, idea, message);

        entry?.ApplyReactions(marks);
        if (entry is null && marks.RequestedEntries is [var wish, ..])
        {
            entry = await CreateAsync(incident, message, wish, cancellationToken);
        }

        idea = await FollowIdeaAsync(
            incident,
            message,
            idea,
            marks.Meanings.Contains(ReactionMeaning.ActionIdea),
            marks.WhoAdded(ReactionMeaning.ActionIdea) ?? by,
            cancellationToken);
        if (marks.Meanings.Contains(ReactionMeaning.Question))
        {
            message.Park(marks.WhoAdded(ReactionMeaning.Question) ?? by, time.GetUtcNow());
        }
        else
        {
            message.Unpark();
        }

        Acknowledge(incident.Number, message, stood, Stands(entry, idea, message));
    }

    /// <summary>Puts a message on the timeline because someone chose it; a removed entry is restored.</summary>
    public async Task<TimelineEntry?> AddAsync(
        Incident incident, ChannelMessage message, RequestedEntry wish, PersonId by, CancellationToken cancellationToken)
    {
        var entry = await EntryOfAsync(message, cancellationToken);
        var stood = Stands(entry, await IdeaOfAsync(message, cancellationToken), message);
        if (entry is null)
        {
            entry = await CreateAsync(incident, message, wish, cancellationToken);
        }
        else if (entry.IsRemoved)
        {
            entry.Remove(false, by, time.GetUtcNow());
            entry.Classify(wish.Kind, wish.State, by, time.GetUtcNow());
        }

        Acknowledge(incident.Number, message, stood, entry is not null);
        return entry;
    }

    /// <summary>Removes an entry from the timeline; it is only hidden, and its message loses the check mark.</summary>
    public async Task RemoveAsync(TimelineEntry entry, PersonId by, CancellationToken cancellationToken)
    {
        entry.Remove(true, by, time.GetUtcNow());
        if (entry is { Channel: { } channel, Ts: { } ts }
            && await db.ChannelMessages.FindAsync([channel, ts], cancellationToken) is { } message)
        {
            Acknowledge(entry.IncidentNumber, message, true, Stands(entry, await IdeaOfAsync(message, cancellationToken), message));
        }
    }

    /// <summary>Restores an entry; one that is on the timeline stays as it is.</summary>
    public async Task RestoreAsync(TimelineEntry entry, PersonId by, CancellationToken cancellationToken)
    {
        var wasRemoved = entry.IsRemoved;
        entry.Remove(false, by, time.GetUtcNow());
        if (wasRemoved && entry is { Channel: { } channel, Ts: { } ts }
            && await db.ChannelMessages.FindAsync([channel, ts], cancellationToken) is { } message)
        {
            var stood = await IdeaOfAsync(message, cancellationToken) is { State: not IdeaState.Discarded } || message.ParkedAt is not null;
            Acknowledge(entry.IncidentNumber, message, stood, true);
        }
    }

    public Task<TimelineEntry?> EntryOfAsync(ChannelMessage message, CancellationToken cancellationToken) => db.TimelineEntries
        .SingleOrDefaultAsync(entry => entry.Channel == message.Channel && entry.Ts == message.Ts, cancellationToken);

    private Task<ActionIdea?> IdeaOfAsync(ChannelMessage message, CancellationToken cancellationToken)
    {
        var source = SourceOf(message);
        return db.ActionIdeas.SingleOrDefaultAsync(idea => idea.Source == source, cancellationToken);
    }

    private async Task<TimelineEntry?> CreateAsync(
        Incident incident, ChannelMessage message, RequestedEntry wish, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var created = TimelineEntry.Create(
            Guid.CreateVersion7(now),
            new NewEntry(
                incident.Number, wish.Kind, wish.Source, message.At, await words.OfAsync(message, cancellationToken), message.AuthorName)
            {
                AuthorId = message.AuthorId,
                SignalState = wish.State,
                ActorRole = message.AuthorId is { } author ? incident.RoleOf(author) : null,
                Files = message.Files,
                Message = new MessagePlace(message.Channel, message.Ts, message.ThreadTs),
            },
            now);

        // A message without text, such as a card of another app, makes no entry.
        return created.Ok ? db.TimelineEntries.Add(created.Value).Entity : null;
    }

    private async Task<ActionIdea?> FollowIdeaAsync(
        Incident incident, ChannelMessage message, ActionIdea? idea, bool wanted, PersonId by, CancellationToken cancellationToken)
    {
        switch (idea)
        {
            case null when wanted:
                var draft = new ActionDraft(await words.OfAsync(message, cancellationToken));
                var now = time.GetUtcNow();
                var collected = ActionIdea.Collect(Guid.CreateVersion7(now), incident.Number, draft, SourceOf(message), by, now);
                return collected.Ok ? db.ActionIdeas.Add(collected.Value).Entity : null;
            case { State: IdeaState.Discarded } when wanted:
                idea.Restore();
                return idea;
            case { State: IdeaState.Collected } when !wanted:
                // Ideas that the post-mortem has already handled stay.
                idea.Discard();
                return idea;
            default:
                return idea;
        }
    }

    private void Acknowledge(int incident, ChannelMessage message, bool stood, bool stands)
    {
        if (stood != stands)
        {
            db.Enqueue(
                Lane.Incident(incident), new React(message.Channel, message.Ts, ReactionMap.Acknowledgement, stands), time.GetUtcNow());
        }
    }

    private static bool Stands(TimelineEntry? entry, ActionIdea? idea, ChannelMessage message) =>
        entry is { IsRemoved: false } || idea is { State: not IdeaState.Discarded } || message.ParkedAt is not null;

    /// <summary>How an idea names the message that it came from.</summary>
    public static string SourceOf(string channel, string ts) => $"{channel}:{ts}";

    private static string SourceOf(ChannelMessage message) => SourceOf(message.Channel, message.Ts);
}
