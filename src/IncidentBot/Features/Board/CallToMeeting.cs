using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Effects;
using IncidentBot.Jobs;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Board;

/// <summary>Posts once in the channel when the meeting is due to begin, with the button that starts it.</summary>
internal sealed class CallToMeeting(IncidentDb db) : ISweep
{
    private static readonly TimeSpan LateStart = TimeSpan.FromMinutes(30);

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - LateStart;
        var beginning = await (
            from postMortem in db.PostMortems.AsNoTracking()
            join incident in db.Incidents.AsNoTracking() on postMortem.IncidentNumber equals incident.Number
            where postMortem.State == PostMortemState.Scheduled && postMortem.Meeting.HeldAt == null
                && postMortem.Meeting.Start <= now && postMortem.Meeting.Start > since
            orderby postMortem.IncidentNumber
            select new { postMortem, incident.Status }).ToListAsync(cancellationToken);
        foreach (var postMortem in beginning.Where(each => each.Status == IncidentStatus.Resolved).Select(each => each.postMortem))
        {
            await db.EnqueueOnceAsync(
                Lane.Incident(postMortem.IncidentNumber),
                new Post(Address.Incident(postMortem.IncidentNumber), Render(postMortem)),
                FormattableString.Invariant(
                    $"meeting_call:{postMortem.IncidentNumber}:{postMortem.Meeting.Start!.Value.ToUnixTimeSeconds()}"),
                now,
                cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private static MessageContent Render(PostMortem postMortem)
    {
        var sentence = Mrkdwn.Text($"It's time for the post-mortem of incident {postMortem.IncidentNumber}. {Who(postMortem)}");
        return new MessageContent(
            sentence,
            [
                new SectionBlock(sentence),
                new ActionsBlock(new Button(BoardActions.Open, "Start meeting")
                {
                    Value = FormattableString.Invariant($"{postMortem.IncidentNumber}"),
                    Style = ButtonStyle.Primary,
                }),
            ]);
    }

    private static Mrkdwn Who(PostMortem postMortem) => Mrkdwn.Join(
        " ",
        postMortem.Facilitator is { } facilitator
            ? Mrkdwn.Text($"{Mrkdwn.User(facilitator.Value)}, you facilitate. Press *Start meeting* when everyone is here.")
            : Mrkdwn.Raw("No facilitator yet. Whoever starts the meeting runs it."),
        postMortem.Meeting.Link is { } link ? Mrkdwn.Link(link, "Join the call") : Mrkdwn.Empty);
}
