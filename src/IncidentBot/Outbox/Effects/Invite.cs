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

        if (effect.People.Count == 0)
        {
            return EffectResult.Done;
        }

        var response = await slack.SendAsync(
            new ConversationsInvite(place.ChannelId, [.. effect.People.Select(person => person.Value)]) { Force = true },
            cancellationToken);

        // With "force" the good ones are in even when the answer names a bad one, so only a stumbling Slack is worth a repeat.
        return response.Kind is SlackErrorKind.TargetGone or SlackErrorKind.Other or SlackErrorKind.AlreadyDone
            ? EffectResult.Done
            : EffectResult.From(response);
    }
}
