using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.IncidentLog;
using IncidentBot.Domain.Incidents;
using IncidentBot.Effects;
using IncidentBot.Jobs;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.IncidentLog;

/// <summary>
/// Posts a message in #incidents that opens the log, and a bookmark that leads to it: a bookmark in Slack needs an address. Once for each
/// channel, as soon as there are enough incidents to look back at.
/// </summary>
internal sealed class PlaceLog(IncidentDb db, SlackWorkspace workspace) : ISweep
{
    private const int Enough = 3;

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (workspace.AnnouncementChannelId is not { } channel)
        {
            return;
        }

        var name = BotMessageNames.Card(BotMessageNames.IncidentLog, channel);
        if (await db.BotMessages.AnyAsync(message => message.Name == name, cancellationToken)
            || await db.Incidents.Where(IncidentVisibility.Listed).Where(incident => incident.ResolvedAt != null && !incident.IsDrill)
                .OrderByDescending(incident => incident.ResolvedAt).Take(Enough).CountAsync(cancellationToken) < Enough)
        {
            return;
        }

        var lane = $"log:{channel}";
        await db.EnqueueOnceAsync(lane, new Post(Address.Channel(channel), Message(), Name: name), name, now, cancellationToken);
        await db.EnqueueOnceAsync(lane, new BookmarkLog(channel), $"log_bookmark:{channel}", now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static MessageContent Message() => new(
        Mrkdwn.Raw(LogWords.Title),
        new SectionBlock(Mrkdwn.Raw(
            "*Incident log*\nEvery incident with its cause, its write-up and its action items, newest first. Only you see what you open.")),
        new ActionsBlock(
            new Button(LogActions.Open, "Open the log") { Value = new LogPage(LogFilter.None).Write() },
            new Button(LogActions.OpenSearch, "Search") { Value = "-" }));
}

/// <summary>Bookmarks the message that opens the log.</summary>
[Effect("bookmark_log")]
internal sealed record BookmarkLog(string ChannelId) : IEffect;
