using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timelines;
using IncidentBot.Effects;
using IncidentBot.People;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Timelines;

/// <summary>
/// Turns messages into timeline entries, action ideas and questions for the post-mortem, and keeps these up to date. As long as a
/// message has one of them, the bot's check mark is on the message. The caller saves.
/// </summary>
internal sealed class TimelineMessages(IncidentDb db, PlainMessageText plainText, TimeProvider time)
{
    /// <summary>Applies edits and the deletion of a message to its entry.</summary>
    public async Task UpdateEntryAsync(ChannelMessage message, CancellationToken cancellationToken)
    {
        if (await EntryOfAsync(message, cancellationToken) is not { } entry)
        {
            return;
        }

        entry.FollowFiles(message.Files);
        if (message.EditedAt is { } editedAt && HasNewText(message))
        {
            entry.FollowEdit(await plainText.OfAsync(message, cancellationToken), editedAt);
        }

        if (message.DeletedAt is { } deletedAt)
        {
            entry.MarkDeleted(deletedAt);
        }
    }

    /// <summary>
    /// Applies the reactions and the pin on the message. Results count as added by the person who reacted, if Slack says who,
    /// otherwise by the given person.
    /// </summary>
    public async Task ApplyReactionsAsync(
        Incident incident, ChannelMessage message, MessageReactions reactions, PersonId by, CancellationToken cancellationToken)
    {
        var entry = await EntryOfAsync(message, cancellationToken);
        var idea = await IdeaOfAsync(message, cancellationToken);
        var hadResult = HasResult(entry, idea, message);

        entry?.ApplyReactions(reactions);
        if (entry is null && reactions.RequestedEntries is [var requested, ..])
        {
            entry = await CreateAsync(incident, message, requested, cancellationToken);
        }

        idea = await FollowIdeaAsync(
            incident,
            message,
            idea,
            reactions.Meanings.Contains(ReactionMeaning.ActionIdea),
            reactions.WhoAdded(ReactionMeaning.ActionIdea) ?? by,
            cancellationToken);
        if (reactions.Meanings.Contains(ReactionMeaning.Question))
        {
            message.Park(reactions.WhoAdded(ReactionMeaning.Question) ?? by, time.GetUtcNow());
        }
        else
        {
            message.Unpark();
        }

        Acknowledge(incident.Number, message, hadResult, HasResult(entry, idea, message));
    }

    /// <summary>Puts a message on the timeline because someone chose it; a removed entry is restored.</summary>
    public async Task<TimelineEntry?> AddAsync(
        Incident incident, ChannelMessage message, RequestedEntry requested, PersonId by, CancellationToken cancellationToken)
    {
        var entry = await EntryOfAsync(message, cancellationToken);
        var hadResult = HasResult(entry, await IdeaOfAsync(message, cancellationToken), message);
        if (entry is null)
        {
            entry = await CreateAsync(incident, message, requested, cancellationToken);
        }
        else if (entry.IsRemoved)
        {
            entry.Remove(false, by, time.GetUtcNow());
            entry.Classify(requested.Kind, requested.State, by, time.GetUtcNow());
        }

        Acknowledge(incident.Number, message, hadResult, entry is not null);
        return entry;
    }

    /// <summary>Hides an entry from the timeline; its message loses the check mark unless it is also an idea or a question.</summary>
    public async Task RemoveAsync(TimelineEntry entry, PersonId by, CancellationToken cancellationToken)
    {
        entry.Remove(true, by, time.GetUtcNow());
        if (entry is { Channel: { } channel, Ts: { } ts }
            && await db.ChannelMessages.FindAsync([channel, ts], cancellationToken) is { } message)
        {
            Acknowledge(entry.IncidentNumber, message, true, HasResult(entry, await IdeaOfAsync(message, cancellationToken), message));
        }
    }

    /// <summary>Restores a removed entry; does nothing for other entries.</summary>
    public async Task RestoreAsync(TimelineEntry entry, PersonId by, CancellationToken cancellationToken)
    {
        var wasRemoved = entry.IsRemoved;
        entry.Remove(false, by, time.GetUtcNow());
        if (wasRemoved && entry is { Channel: { } channel, Ts: { } ts }
            && await db.ChannelMessages.FindAsync([channel, ts], cancellationToken) is { } message)
        {
            var hadResult = HasResult(null, await IdeaOfAsync(message, cancellationToken), message);
            Acknowledge(entry.IncidentNumber, message, hadResult, true);
        }
    }

    public Task<TimelineEntry?> EntryOfAsync(ChannelMessage message, CancellationToken cancellationToken) => db.TimelineEntries
        .SingleOrDefaultAsync(entry => entry.Channel == message.Channel && entry.Ts == message.Ts, cancellationToken);

    /// <summary>Names in the text may change at any time, so an entry only follows when the message itself has changed.</summary>
    private bool HasNewText(ChannelMessage message)
    {
        var stored = db.Entry(message);
        return stored.State == EntityState.Added || stored.Property(known => known.Text).IsModified;
    }

    private Task<ActionIdea?> IdeaOfAsync(ChannelMessage message, CancellationToken cancellationToken)
    {
        var source = SourceOf(message);
        return db.ActionIdeas.SingleOrDefaultAsync(idea => idea.Source == source, cancellationToken);
    }

    private async Task<TimelineEntry?> CreateAsync(
        Incident incident, ChannelMessage message, RequestedEntry requested, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var created = TimelineEntry.Create(
            Guid.CreateVersion7(now),
            new NewEntry(
                incident.Number, requested.Kind, requested.Source, message.At,
                await plainText.OfAsync(message, cancellationToken), message.AuthorName)
            {
                AuthorId = message.AuthorId,
                SignalState = requested.State,
                ActorRole = message.AuthorId is { } author ? incident.RoleOf(author) : null,
                Files = message.Files,
                Message = new MessagePlace(message.Channel, message.Ts, message.ThreadTs),
            },
            now);

        // A message without words makes no entry.
        return created.Ok ? db.TimelineEntries.Add(created.Value).Entity : null;
    }

    private async Task<ActionIdea?> FollowIdeaAsync(
        Incident incident, ChannelMessage message, ActionIdea? idea, bool wanted, PersonId by, CancellationToken cancellationToken)
    {
        switch (idea)
        {
            case null when wanted:
                var draft = new ActionDraft(await plainText.OfAsync(message, cancellationToken));
                var now = time.GetUtcNow();
                var collected = ActionIdea.Collect(Guid.CreateVersion7(now), incident.Number, draft, SourceOf(message), by, now);
                return collected.Ok ? db.ActionIdeas.Add(collected.Value).Entity : null;
            case { State: IdeaState.Discarded } when wanted:
                idea.Restore();
                return idea;
            case { State: IdeaState.Collected } when !wanted:
                // An idea that the post-mortem has already used stays.
                idea.Discard();
                return idea;
            default:
                return idea;
        }
    }

    private void Acknowledge(int incident, ChannelMessage message, bool hadResult, bool hasResult)
    {
        if (hadResult != hasResult)
        {
            db.Enqueue(
                Lane.Incident(incident), new React(message.Channel, message.Ts, ReactionMap.Acknowledgement, hasResult), time.GetUtcNow());
        }
    }

    private static bool HasResult(TimelineEntry? entry, ActionIdea? idea, ChannelMessage message) =>
        entry is { IsRemoved: false } || idea is { State: not IdeaState.Discarded } || message.ParkedAt is not null;

    /// <summary>The source that an idea stores: its message.</summary>
    public static string SourceOf(string channel, string ts) => $"{channel}:{ts}";

    private static string SourceOf(ChannelMessage message) => SourceOf(message.Channel, message.Ts);
}
