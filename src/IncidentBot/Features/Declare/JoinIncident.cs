using IncidentBot.Commands;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Effects;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Declare;

/// <summary>Answers "Join" on the headline: invites the person to the incident's channel.</summary>
internal sealed class JoinIncident(IncidentDb db, TimeProvider time) : IBlockActionHandler
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
    }
}
