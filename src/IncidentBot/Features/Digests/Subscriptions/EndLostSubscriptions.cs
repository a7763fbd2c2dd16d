using IncidentBot.Delivery.Outbox;
using IncidentBot.Effects;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Digests.Subscriptions;

/// <summary>
/// Answers a channel that is archived, or from which the bot is removed: its subscriptions end, and whoever made them hears of it.
/// </summary>
internal sealed class EndLostSubscriptions(IncidentDb db, TimeProvider time) : IEventHandler<ChannelLeft>, IEventHandler<ChannelArchive>
{
    public Task HandleAsync(ChannelLeft slackEvent, CancellationToken cancellationToken) => EndAsync(
        slackEvent.Channel, "I was removed from it. To have them back, type `/invite` with my name there and subscribe again.",
        cancellationToken);

    public Task HandleAsync(ChannelArchive slackEvent, CancellationToken cancellationToken) =>
        EndAsync(slackEvent.Channel, "It is archived.", cancellationToken);

    private async Task EndAsync(string channel, string why, CancellationToken cancellationToken)
    {
        var lost = await db.ServiceSubscriptions.Where(each => each.Target == channel).OrderBy(each => each.Service)
            .ToListAsync(cancellationToken);
        foreach (var own in lost.GroupBy(each => each.By))
        {
            var services = Mrkdwn.Join(", ", own.Select(each => Mrkdwn.Text($"*{each.Service}*")));
            db.Enqueue(
                Lane.Person(own.Key),
                new Post(Address.Person(own.Key), MessageContent.Paragraph(Mrkdwn.Text(
                    $"{Mrkdwn.Channel(channel)} no longer hears of {services}. {Mrkdwn.Raw(why)}"))),
                time.GetUtcNow());
        }

        db.ServiceSubscriptions.RemoveRange(lost);
        await db.SaveChangesAsync(cancellationToken);
    }
}
