using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Effects;
using IncidentBot.People;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Channels;

/// <summary>
/// Invites whoever acts on an open, public incident from elsewhere to its channel. After the incident no one is invited any more: action
/// items and sign-offs are answered in direct messages for weeks.
/// </summary>
internal sealed class InviteNewcomers(IncidentDb db, ActingPlace place, TimeProvider time) : IInviteNewcomers
{
    public async Task InviteAsync(Incident incident, PersonId person, CancellationToken cancellationToken)
    {
        if (!place.IsOpen || incident.IsPrivate || !incident.IsOpen
            || await db.Channels.FindAsync([incident.Number], cancellationToken) is not { ChannelId: not null, IsOutOfReach: false } channel
            || channel.ChannelId == place.ChannelId
            || await IsThereAsync(incident, channel, person, cancellationToken))
        {
            return;
        }

        await db.EnqueueOnceAsync(
            Lane.Incident(incident.Number),
            new Invite(Address.Incident(incident.Number), [person]),
            $"newcomer:{incident.Number}:{person.Value}",
            time.GetUtcNow(),
            cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>As far as we know: invited earlier, or has written in the channel.</summary>
    private async Task<bool> IsThereAsync(
        Incident incident, IncidentChannel channel, PersonId person, CancellationToken cancellationToken) =>
        incident.DeclaredBy == person
        || incident.Roles.Any(holder => holder.Person == person)
        || channel.Called.Contains(person)
        || await db.MessagesOf(incident.Number).AnyAsync(message => message.AuthorId == person, cancellationToken);
}
