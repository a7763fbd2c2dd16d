using System.Globalization;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Incidents;
using IncidentBot.Effects;
using IncidentBot.Jobs;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.ActionItems;

/// <summary>
/// The weekly digest in #incidents: items at least two weeks overdue, without their owners. On Mondays at 09:30 UTC, unless there are
/// none. Private incidents and drills are left out.
/// </summary>
internal sealed class PostDigest(IncidentDb db) : ISweep
{
    private const int MostLines = 20;
    private const string DigestLane = "action_digest";
    private static readonly TimeSpan TimeOfDay = new(9, 30, 0);

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var monday = NewestMonday(now);
        var key = string.Create(CultureInfo.InvariantCulture, $"action_digest:{monday:yyyyMMdd}");
        if (await db.HandledRequests.AnyAsync(request => request.Key == key, cancellationToken))
        {
            return;
        }

        var listed = await ListedAsync(monday, cancellationToken);
        db.HandledRequests.Add(new HandledRequest { Key = key, At = now });
        if (listed.Count > 0)
        {
            await db.EnqueueOnceAsync(DigestLane, new Post(Address.Announcements, Render(listed)), key, now, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The latest Monday; earlier ones that were missed are skipped.</summary>
    private static DateTimeOffset NewestMonday(DateTimeOffset now)
    {
        var thisWeek = new DateTimeOffset(
            now.UtcDateTime.Date.AddDays(-(((int)now.UtcDateTime.DayOfWeek + 6) % 7)) + TimeOfDay, TimeSpan.Zero);
        return thisWeek <= now ? thisWeek : thisWeek.AddDays(-7);
    }

    private async Task<IReadOnlyList<ActionItem>> ListedAsync(DateTimeOffset monday, CancellationToken cancellationToken)
    {
        var open = await (
            from item in db.ActionItems.AsNoTracking().Where(item => item.ClosedAt == null)
            join incident in db.Incidents.AsNoTracking().Where(IncidentVisibility.Listed)
                .Where(IncidentMetrics.Counted) on item.IncidentNumber equals incident.Number
            orderby item.DueDate, item.Id
            select item).ToListAsync(cancellationToken);
        return open.FindAll(item => ActionReminders.IsListedInDigest(item, monday));
    }

    private static MessageContent Render(IReadOnlyList<ActionItem> items)
    {
        var heading = Mrkdwn.Text($"*Action items more than two weeks overdue: {items.Count}*");
        var lines = items.Take(MostLines)
            .Select(item => Mrkdwn.Text($"• {item.Text} (incident {item.IncidentNumber}, was due {item.DueDate:yyyy-MM-dd})"));
        var more = items.Count > MostLines ? Mrkdwn.Text($"… and {items.Count - MostLines} more") : Mrkdwn.Empty;
        return new MessageContent(
            heading,
            [
                new SectionBlock(heading),
                .. lines.Select(line => new SectionBlock(line)),
                new ContextBlock(Mrkdwn.Join(" ", more, Mrkdwn.Raw("Can any be dropped, or does an owner need help?"))),
            ]);
    }
}
