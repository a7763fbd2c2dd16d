using IncidentBot.Domain;
using IncidentBot.Slack.WebApi;

namespace IncidentBot.Outbox.Effects;

/// <summary>These people are in the channel. Whoever cannot be invited (left, guest elsewhere) is skipped.</summary>
internal sealed record Invite(Address To, IReadOnlyList<PersonId> People) : IEffect;

internal sealed class InviteSender(ISlackApi slack, Addresses addresses) : IEffectSender<Invite>
{
    public async Task<EffectResult> SendAsync(Invite effect, Sending sending, CancellationToken cancellationToken)
    {
        if (await addresses.FindAsync(effect.To, cancellationToken) is not { } place)
        {
            return EffectResult.Park("There is no channel to invite to.");
        }

        return await Invitations.InviteAsync(slack, place.ChannelId, effect.People, cancellationToken);
    }
}
