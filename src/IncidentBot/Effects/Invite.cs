using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Slack.WebApi;

namespace IncidentBot.Effects;

/// <summary>Invites these people to the channel. People who can't be invited (left, guest elsewhere) are skipped.</summary>
[Effect("invite")]
internal sealed record Invite(Address To, IReadOnlyList<PersonId> People) : IEffect;

internal sealed class InviteSender(ISlackApi slack, Addresses addresses) : IEffectSender<Invite>
{
    public async Task<EffectResult> SendAsync(Invite effect, Sending sending, CancellationToken cancellationToken)
    {
        var where = await addresses.FindAsync(effect.To, cancellationToken);
        if (where.Reachable is not { } channel)
        {
            return where.Unreachable;
        }

        return await Invitations.InviteAsync(slack, channel, effect.People, cancellationToken);
    }
}
