using System.Globalization;
using IncidentBot.Cards;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Severities;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Digests;

/// <summary>
/// Overdue post-mortems and write-ups, and action items at least two weeks overdue or without an owner for a week. Private incidents and
/// drills are left out.
/// </summary>
internal sealed class OverdueLines(IncidentDb db, IncidentLinks links)
{
    public async Task<DigestPart> FindAsync(DateTimeOffset monday, CancellationToken cancellationToken)
    {
        var lines = await PostMortemsAsync(monday, cancellationToken);
        lines.AddRange(await ItemsAsync(monday, cancellationToken));
        return new DigestPart(
            Mrkdwn.Text($"*Long overdue: {lines.Count}*"), lines, Mrkdwn.Raw("Can any be dropped, or does someone need help?"));
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
}
