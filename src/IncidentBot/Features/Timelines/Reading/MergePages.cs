using IncidentBot.Domain;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Timelines.Reading;

/// <summary>A message that should be in the channel.</summary>
internal sealed record StoredMessage(string Ts, string? ThreadTs);

/// <summary>
/// Merges pages of a channel, each in its own unit of work, so that the reader's row is saved in any case.
/// </summary>
internal sealed class MergePages(IServiceScopeFactory scopes)
{
    // Slack may show new messages a moment late, so younger ones never count as deleted.
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(1);

    /// <summary>The stored messages that Slack should show.</summary>
    public async Task<IReadOnlyList<StoredMessage>> StoredMessagesAsync(ChannelReading place, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var settled = place.ReadAt - Settled;
        return await scope.ServiceProvider.GetRequiredService<IncidentDb>().MessagesOf(place.IncidentNumber)
            .Where(message => message.Channel == place.ChannelId && message.DeletedAt == null && message.At <= settled)
            .Select(message => new StoredMessage(message.Ts, message.ThreadTs))
            .ToListAsync(cancellationToken);
    }

    /// <summary>False when another writer changed one of the messages in the meantime; nothing is saved then.</summary>
    public async Task<bool> MergeAsync(
        ChannelReading place, IReadOnlyList<SlackMessage> shown, IReadOnlyList<string> gone, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<MergePage>().RunAsync(place, shown, gone, cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
        catch (DbUpdateException duplicate) when (DuplicateKey.Is(duplicate))
        {
            return false;
        }
    }
}

/// <summary>Merges one page, with the same result as its events would have had.</summary>
internal sealed class MergePage(IncidentDb db, MessageStore record, TimelineMessages kept, MessageSync marked, SlackWorkspace workspace)
{
    public async Task RunAsync(
        ChannelReading place, IReadOnlyList<SlackMessage> shown, IReadOnlyList<string> gone, CancellationToken cancellationToken)
    {
        var incident = await db.Incidents.SingleAsync(incident => incident.Number == place.IncidentNumber, cancellationToken);
        var followed = await LoadAsync(place.ChannelId, [.. shown.Select(message => message.Ts), .. gone], cancellationToken);
        foreach (var message in shown.Where(message => !message.IsTombstone && place.BelongsToIncident(message.Ts))
            .OrderBy(message => message.Ts, StringComparer.Ordinal))
        {
            var known = await record.FindAsync(place.ChannelId, message.Ts, cancellationToken);

            // Edits by some apps have no time, so this reading counts as the time.
            DateTimeOffset? editedAt = message.Edited is null && known is not null && known.Text != message.Text ? place.ReadAt : null;
            if (await record.MergeAsync(place.IncidentNumber, place.ChannelId, message, cancellationToken, editedAt) is { } merged
                && merged.IncidentNumber == place.IncidentNumber
                && (followed.Contains(message.Ts) || merged.ParkedAt is not null || marked.HasMeaning(message, place.ChannelId)))
            {
                await marked.FollowAsync(incident, merged, message, new PersonId(workspace.BotUserId), cancellationToken);
            }
        }

        foreach (var ts in gone.Concat(shown.Where(message => message.IsTombstone).Select(message => message.Ts)))
        {
            await MarkGoneAsync(place, ts, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task MarkGoneAsync(ChannelReading place, string ts, CancellationToken cancellationToken)
    {
        if (await record.FindAsync(place.ChannelId, ts, cancellationToken) is { DeletedAt: null } known)
        {
            known.ApplyDeleted(place.ReadAt);
            await kept.FollowAsync(known, cancellationToken);
        }
    }

    /// <summary>Loads everything that the loop needs at once; most messages have no entry.</summary>
    /// <returns>The messages that have an entry, an idea or a question.</returns>
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
