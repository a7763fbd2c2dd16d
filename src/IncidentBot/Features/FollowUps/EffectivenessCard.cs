using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.FollowUps;
using IncidentBot.Domain.Incidents;
using IncidentBot.Jobs;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.FollowUps;

/// <summary>The DM that asks whether actions worked. As a card, it also shows answers that were given elsewhere.</summary>
internal sealed class EffectivenessCard(IncidentDb db, LaterIncidents later, IOptions<RemindersOptions> options) : ICard
{
    public async Task<CardView?> RenderAsync(string subject, CancellationToken cancellationToken)
    {
        var notices = await db.ActionNotices.AsNoTracking().Where(notice => notice.Message == subject).ToListAsync(cancellationToken);
        if (notices.Count == 0)
        {
            return null;
        }

        var (reader, sentAt, ids) = (notices[0].Reader, notices[0].SentAt, notices.ConvertAll(notice => notice.ActionItemId));
        var items = await db.ActionItems.AsNoTracking().Where(item => ids.Contains(item.Id))
            .OrderBy(item => item.CreatedAt).ThenBy(item => item.Id).ToListAsync(cancellationToken);
        var incident = await db.Incidents.AsNoTracking()
            .SingleAsync(incident => incident.Number == items[0].IncidentNumber, cancellationToken);
        var days = await db.PostMortems.AsNoTracking()
            .Where(each => each.IncidentNumber == incident.Number).Select(each => each.Reviews.FollowUps)
            .SingleAsync(cancellationToken);
        var reviewDate = days.FirstOrDefault(review => review.Kind == FollowUpKind.Effectiveness)?.On;
        var rows = new List<EffectivenessRow>();
        foreach (var item in items)
        {
            var since = item.ClosedAt is { } done && item.State == ActionState.Done
                ? await later.OfAsync(incident, done, reader, cancellationToken)
                : [];
            var next = reviewDate is { } day ? EffectivenessQuestion.Next(item, day, options.Value.Quiet.Calendar) : null;
            rows.Add(new EffectivenessRow(item, reader, incident, since, sentAt, next));
        }

        return new CardView(Address.Person(reader), Render(incident, rows));
    }

    private static MessageContent Render(Incident incident, List<EffectivenessRow> rows)
    {
        var of = Mrkdwn.Text($"the post-mortem of *{IncidentWords.Title(incident)}*");
        var asked = rows.Count(row => row.IsAsked);
        var heading = (rows.Count, asked) switch
        {
            (_, 0) when rows.TrueForAll(row => row.Item.IsClosed) => Mrkdwn.Text($"Thanks. Results of the action items from {of}:"),
            (1, _) => Mrkdwn.Text($"Did this action item from {of} work?"),
            _ => Mrkdwn.Text($"Did these action items from {of} work?"),
        };
        return new MessageContent(heading, [new SectionBlock(heading), .. rows.SelectMany(row => row.Render())]);
    }
}
