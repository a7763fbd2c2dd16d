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
    private const int DaysOverdue = 14;
    private const int MostRead = 200;

    public async Task<DigestPart> FindAsync(DateTimeOffset monday, ServiceScope scope, CancellationToken cancellationToken)
    {
        var (lines, postMortems) = await PostMortemsAsync(monday, scope, cancellationToken);
        var (more, items) = await ItemsAsync(monday, scope, cancellationToken);
        lines.AddRange(more);
        return new DigestPart(
            Mrkdwn.Text($"*Long overdue: {postMortems + items}*"),
            lines,
            Mrkdwn.Raw("Can any be dropped, or does someone need help?"))
        {
            Total = postMortems + items,
        };
    }

    private async Task<(List<DigestLine> Lines, int Total)> PostMortemsAsync(
        DateTimeOffset monday, ServiceScope scope, CancellationToken cancellationToken)
    {
        var unfinished = await (
            from postMortem in db.PostMortems.AsNoTracking()
                .Where(each => each.State == PostMortemState.Due || each.State == PostMortemState.Scheduled
                    || each.State == PostMortemState.Held || each.State == PostMortemState.Drafted)
            join incident in scope.Of(db.Incidents.AsNoTracking()).Where(IncidentVisibility.Listed)
                .Where(IncidentMetrics.Counted) on postMortem.IncidentNumber equals incident.Number
            where postMortem.Need == PostMortemNeed.Required && postMortem.DueAt != null
            orderby postMortem.DueAt, incident.Number
            select new { incident, postMortem }).ToListAsync(cancellationToken);
        var overdue = unfinished.FindAll(each => PostMortemClock.OverdueSince(each.postMortem, monday) is not null);
        var shown = overdue.Take(DigestPart.MostLines).ToList();
        var places = await links.PlacesAsync(shown.Select(each => each.incident.Number), cancellationToken);
        var lines = new List<DigestLine>();
        foreach (var each in shown)
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

        return (lines, overdue.Count);
    }

    /// <summary>The oldest ones; whether one is listed depends on its zone, so the database chooses a day generously.</summary>
    private async Task<(List<DigestLine> Lines, int Total)> ItemsAsync(
        DateTimeOffset monday, ServiceScope scope, CancellationToken cancellationToken)
    {
        var day = DateOnly.FromDateTime(monday.UtcDateTime).AddDays(1 - DaysOverdue);
        var open =
            from item in db.ActionItems.AsNoTracking().Where(item => item.ClosedAt == null)
                .Where(item => item.DueDate <= day || item.DeclinedBy != null)
            join incident in scope.Of(db.Incidents.AsNoTracking()).Where(IncidentVisibility.Listed)
                .Where(IncidentMetrics.Counted) on item.IncidentNumber equals incident.Number
            orderby item.DueDate, item.Id
            select item;
        var read = await open.Take(MostRead).ToListAsync(cancellationToken);
        var listed = read.FindAll(item => ActionReminders.IsListedInDigest(item, monday));
        var total = read.Count < MostRead ? listed.Count : await open.CountAsync(cancellationToken);
        var shown = listed.Take(DigestPart.MostLines).ToList();
        var places = await links.PlacesAsync(shown.Select(item => item.IncidentNumber), cancellationToken);
        var lines = new List<DigestLine>();
        foreach (var item in shown)
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

        return (lines, total);
    }
}
