using IncidentBot.Commands;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Effects;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Declare;

/// <summary>Answers "Join" on the headline: invites the person to the incident's channel and leads them there.</summary>
internal sealed class JoinIncident(IncidentDb db, Replies replies, TimeProvider time) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = ButtonValue.Read(request.Action.Data).Number();
        var person = new PersonId(request.User.Id);
        if (!await db.Incidents.Where(IncidentVisibility.SeenBy(person)).AnyAsync(incident => incident.Number == number, cancellationToken))
        {
            return;
        }

        db.Enqueue(Lane.Incident(number), new Invite(Address.Incident(number), [person]), time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        var channel = await db.Channels.AsNoTracking().SingleOrDefaultAsync(each => each.IncidentNumber == number, cancellationToken);
        await replies.SendAsync(request, Where(number, channel), cancellationToken);
    }

    /// <summary>Also for someone who is a member already, because Slack invites no one twice.</summary>
    private static Mrkdwn Where(int number, IncidentChannel? channel) => channel switch
    {
        { ChannelId: { } id, IsArchived: true } => Mrkdwn.Text($"{Mrkdwn.Channel(id)} is archived, so no one can join it."),
        { ChannelId: { } id } => Mrkdwn.Text($"You're in {Mrkdwn.Channel(id)}."),
        _ => Mrkdwn.Text($"The channel of incident {number} isn't ready yet. You'll be added as soon as it is."),
    };
}
