using System.Globalization;
using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Severities;
using IncidentBot.Effects;
using IncidentBot.Jobs;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.ActionItems;

/// <summary>
/// The weekly digest in #incidents: overdue post-mortems and write-ups, and action items at least two weeks overdue or without an owner for
/// a week, each with its age, a link and a button. On Mondays at 09:30 UTC, unless there are none. Private incidents and
/// drills are left out.
/// </summary>
internal sealed class PostDigest(IncidentDb db, IncidentLinks links) : ISweep
{
    private const int MostLines = 40;
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

        var listed = await PostMortemsAsync(monday, cancellationToken);
        listed.AddRange(await ItemsAsync(monday, cancellationToken));
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

    private async Task<List<DigestLine>> PostMortemsAsync(DateTimeOffset monday, CancellationToken cancellationToken)
    {
        var unfinished = await (
            from postMortem in db.PostMortems.AsNoTracking()
                .Where(each => each.State == PostMortemState.Due || each.State == PostMortemState.Scheduled
                    || each.State == PostMortemState.Held || each.State == PostMortemState.Drafted)
            join incident in db.Incidents.AsNoTracking().Where(IncidentVisibility.Listed)
                .Where(IncidentMetrics.Counted) on postMortem.IncidentNumber equals incident.Number
            where postMortem.Need == PostMortemNeed.Required && postMortem.DueAt != null
            orderby postMortem.DueAt, incident.Number
            select new { incident, postMortem }).ToListAsync(cancellationToken);
        var overdue = unfinished.FindAll(each => PostMortemClock.OverdueSince(each.postMortem, monday) is not null);
        var places = await links.PlacesAsync(overdue.Select(each => each.incident.Number), cancellationToken);
        var lines = new List<DigestLine>();
        foreach (var each in overdue)
        {
            var what = each.postMortem.HeldOrPublishedAt is null ? "Post-mortem" : "Write-up";
            var since = PostMortemClock.OverdueSince(each.postMortem, monday)!.Value;
            lines.Add(new DigestLine(
                Mrkdwn.Join(
                    " · ",
                    Mrkdwn.Text($"• {what} of *{IncidentWords.Title(each.incident)}*"),
                    OverdueWords.Of(since, monday),
                    places[each.incident.Number]),
                new Button(CardActions.PostMortem, "Open") { Value = IncidentWords.Number(each.incident) }));
        }

        return lines;
    }

    private async Task<List<DigestLine>> ItemsAsync(DateTimeOffset monday, CancellationToken cancellationToken)
    {
        var open = await (
            from item in db.ActionItems.AsNoTracking().Where(item => item.ClosedAt == null)
            join incident in db.Incidents.AsNoTracking().Where(IncidentVisibility.Listed)
                .Where(IncidentMetrics.Counted) on item.IncidentNumber equals incident.Number
            orderby item.DueDate, item.Id
            select item).ToListAsync(cancellationToken);
        var listed = open.FindAll(item => ActionReminders.IsListedInDigest(item, monday));
        var places = await links.PlacesAsync(listed.Select(item => item.IncidentNumber), cancellationToken);
        var lines = new List<DigestLine>();
        foreach (var item in listed)
        {
            var text = Mrkdwn.Join(
                " · ",
                Mrkdwn.Text($"• {item.Text}"),
                Mrkdwn.Text($"incident {item.IncidentNumber}"),
                ActionWords.Due(item, monday),
                item.NeedsOwner ? Mrkdwn.Raw("needs an owner") : Mrkdwn.Empty,
                places[item.IncidentNumber]);
            lines.Add(new DigestLine(
                text,
                new Button(CardActions.ActionItems, "Open") { Value = item.IncidentNumber.ToString(CultureInfo.InvariantCulture) }));
        }

        return lines;
    }

    private static MessageContent Render(List<DigestLine> lines)
    {
        var heading = Mrkdwn.Text($"*Long overdue: {lines.Count}*");
        var more = lines.Count > MostLines ? Mrkdwn.Text($"… and {lines.Count - MostLines} more") : Mrkdwn.Empty;
        return new MessageContent(
            heading,
            [
                new SectionBlock(heading),
                .. lines.Take(MostLines).Select(line => new SectionBlock(line.Text) { Accessory = line.Open }),
                new ContextBlock(Mrkdwn.Join(" ", more, Mrkdwn.Raw("Can any be dropped, or does someone need help?"))),
            ]);
    }

    /// <summary>One line: what is overdue, how long, and the button that opens it.</summary>
    private sealed record DigestLine(Mrkdwn Text, Button Open);
}
