using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Effects;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Channels;

/// <summary>
/// Answers the first message from an incident's channel that has become private: the incident becomes private too.
/// </summary>
internal sealed class FollowPrivacy(IncidentDb db, ChannelVisibility visibility, TimeProvider time) : IEventHandler<MessageEvent>
{
    // What Slack calls a private channel ("message.groups").
    private const string PrivateChannel = "group";

    public async Task HandleAsync(MessageEvent slackEvent, CancellationToken cancellationToken)
    {
        if (slackEvent.ChannelType != PrivateChannel)
        {
            return;
        }

        var numbers = db.Channels.Where(IncidentChannel.Is(slackEvent.Channel)).Select(channel => channel.IncidentNumber);
        var incidents = await db.Incidents.Where(incident => !incident.IsPrivate && numbers.Contains(incident.Number))
            .ToListAsync(cancellationToken);
        foreach (var incident in incidents)
        {
            visibility.Apply(incident, isPrivate: true);
            db.Enqueue(Lane.Reading(incident.Number), new ReadChannel(incident.Number) { MembersOnly = true }, time.GetUtcNow());
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
