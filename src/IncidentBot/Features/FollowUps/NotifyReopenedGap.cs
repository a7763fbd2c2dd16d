using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.FollowUps;
using IncidentBot.Domain.Incidents;
using IncidentBot.Effects;
using IncidentBot.Jobs;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.FollowUps;

/// <summary>
/// Tells the lead and the facilitator that the structural gap is open again: once for each reason, in their working hours.
/// </summary>
internal sealed class NotifyReopenedGap(
    IncidentDb db, PostMortemViews views, ResponsiblePeople responsible, ReminderPosts reminders) : ISweep
{
    // Long enough for everyone to be back from a holiday; the unique key prevents a second message.
    private static readonly TimeSpan Recent = TimeSpan.FromDays(30);

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        IReadOnlyList<ReopenReason> none = [];
        var open = await (
            from postMortem in db.PostMortems.AsNoTracking()
            join incident in db.Incidents on postMortem.IncidentNumber equals incident.Number
            where incident.Status == IncidentStatus.Resolved && postMortem.Reviews.ReopenReasons != none
            orderby postMortem.IncidentNumber
            select new { postMortem.IncidentNumber, postMortem.Reviews.ReopenReasons }).ToListAsync(cancellationToken);
        foreach (var number in open.Where(each => each.ReopenReasons.Any(cause => cause.At > now - Recent))
            .Select(each => each.IncidentNumber))
        {
            if (await views.LoadAsync(number, cancellationToken) is { Ok: true, Value: var view })
            {
                await NotifyAsync(view, now, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
            }
        }
    }

    private async Task NotifyAsync(PostMortemView view, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var reader in await responsible.AllAsync(view, cancellationToken))
        {
            foreach (var cause in view.PostMortem.Reviews.ReopenReasons.Where(cause => cause.At > now - Recent))
            {
                var reminder = new Reminder($"{ReopenedGap.KeyOf(view.PostMortem, cause)}:{reader.Id}", Render(view, cause));
                await reminders.SendAsync(reader, reminder, now, cancellationToken);
            }
        }
    }

    private static MessageContent Render(PostMortemView view, ReopenReason cause)
    {
        var text = Mrkdwn.Text(
            $"*{IncidentWords.Title(view.Incident)}*\n{ReopenedGap.Text(view.PostMortem, cause)}\n"
            + $"Revisit the 5 whys, or add another action item.");
        return new MessageContent(
            text,
            new SectionBlock(text),
            new ActionsBlock(
                new Button(CardActions.PostMortem, "Open post-mortem") { Value = view.Subject, Style = ButtonStyle.Primary },
                new Button(ItemActions.Add, "Add action item") { Value = view.Subject }));
    }
}
