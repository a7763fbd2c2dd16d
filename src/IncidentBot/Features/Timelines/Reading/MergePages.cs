using IncidentBot.Domain;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Timelines.Reading;

/// <summary>A stored message that Slack should still show.</summary>
internal sealed record StoredMessage(string Ts, string? ThreadTs);

/// <summary>
/// Merges pages of a channel, each in its own unit of work, so that a conflict does not undo the progress of the reading.
/// </summary>
internal sealed class MergePages(IServiceScopeFactory scopes)
{
    // Slack may show a new message a moment late, so messages younger than this never count as deleted.
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(1);

    /// <summary>The stored messages that Slack should show.</summary>
    public async Task<IReadOnlyList<StoredMessage>> StoredMessagesAsync(ChannelReading reading, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var settled = reading.ReadAt - Settled;
        return await scope.ServiceProvider.GetRequiredService<IncidentDb>().MessagesOf(reading.IncidentNumber)
            .Where(message => message.Channel == reading.ChannelId && message.DeletedAt == null && message.At <= settled)
            .Select(message => new StoredMessage(message.Ts, message.ThreadTs))
            .ToListAsync(cancellationToken);
    }

    /// <summary>False when another writer changed one of the messages in the meantime; nothing is saved then.</summary>
    public async Task<bool> MergeAsync(
        ChannelReading reading, IReadOnlyList<SlackMessage> shown, IReadOnlyList<string> deleted, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<MergePage>().RunAsync(reading, shown, deleted, cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (Conflict.Is(exception))
        {
            return false;
        }
    }
}

/// <summary>Merges one page, with the same result as if its events had arrived.</summary>
internal sealed class MergePage(
    IncidentDb db, MessageStore store, TimelineMessages timelineMessages, MessageSync sync, SlackWorkspace workspace)
{
    public async Task RunAsync(
        ChannelReading reading, IReadOnlyList<SlackMessage> shown, IReadOnlyList<string> deleted, CancellationToken cancellationToken)
    {
        var incident = await db.Incidents.SingleAsync(incident => incident.Number == reading.IncidentNumber, cancellationToken);
        var withResults = await LoadAsync(reading.ChannelId, [.. shown.Select(message => message.Ts), .. deleted], cancellationToken);
        foreach (var message in shown.Where(message => !message.IsTombstone && reading.BelongsToIncident(message.Ts))
            .OrderBy(message => message.Ts, StringComparer.Ordinal))
        {
            var moment = new ShownMoment(reading.ReadAt);
            if (await store.MergeAsync(reading.IncidentNumber, reading.ChannelId, message, cancellationToken, moment) is { } merged
                && merged.IncidentNumber == reading.IncidentNumber
                && (withResults.Contains(message.Ts) || merged.ParkedAt is not null || sync.HasMeaning(message, reading.ChannelId)))
            {
                await sync.ApplyAsync(incident, merged, message, new PersonId(workspace.BotUserId), cancellationToken);
            }
        }

        foreach (var ts in deleted.Concat(shown.Where(message => message.IsTombstone).Select(message => message.Ts)))
        {
            await MarkDeletedAsync(reading, ts, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task MarkDeletedAsync(ChannelReading reading, string ts, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(reading.ChannelId, ts, cancellationToken) is { DeletedAt: null } known)
        {
            known.ApplyDeleted(reading.ReadAt);
            await timelineMessages.UpdateEntryAsync(known, cancellationToken);
        }
    }

    /// <summary>Loads the page's messages in one query, because the loop looks each of them up.</summary>
    /// <returns>The messages that have an entry or an idea.</returns>
    private async Task<HashSet<string>> LoadAsync(string channel, List<string> page, CancellationToken cancellationToken)
    {
        await db.ChannelMessages.Where(message => message.Channel == channel && page.Contains(message.Ts)).LoadAsync(cancellationToken);
        var entries = await db.TimelineEntries
            .Where(entry => entry.Channel == channel && page.Contains(entry.Ts!)).Select(entry => entry.Ts!).ToListAsync(cancellationToken);
        var sources = page.ConvertAll(ts => TimelineMessages.SourceOf(channel, ts));
        var ideas = await db.ActionIdeas
            .Where(idea => sources.Contains(idea.Source!)).Select(idea => idea.Source!).ToListAsync(cancellationToken);
        return [.. entries, .. ideas.Select(source => source[(channel.Length + 1)..])];
    }
}
