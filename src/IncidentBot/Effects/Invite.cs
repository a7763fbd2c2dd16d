using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;

namespace IncidentBot.Effects;

/// <summary>Invites these people to the channel. Those who can't be invited are named there (<see cref="Invitations"/>).</summary>
[Effect("invite")]
internal sealed record Invite(Address To, IReadOnlyList<PersonId> People) : IEffect;

internal sealed class InviteSender(Invitations invitations, Addresses addresses) : IEffectSender<Invite>
{
    public async Task<EffectResult> SendAsync(Invite effect, Sending sending, CancellationToken cancellationToken)
    {
        var where = await addresses.FindAsync(effect.To, cancellationToken);
        if (where.Reachable is not { } channel)
        {
            return where.Unreachable;
        }

        return await invitations.InviteAsync(channel, effect.People, sending, cancellationToken);
    }
}
