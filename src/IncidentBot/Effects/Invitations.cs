using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Slack.WebApi;

namespace IncidentBot.Effects;

/// <summary>Invites people into a channel ("conversations.invite"); people who can't be invited are skipped.</summary>
internal static class Invitations
{
    public static async Task<EffectResult> InviteAsync(
        ISlackApi slack, string channelId, IReadOnlyList<PersonId> people, CancellationToken cancellationToken)
    {
        if (people.Count == 0)
        {
            return EffectResult.Done;
        }

        var response = await slack.SendAsync(
            new ConversationsInvite(channelId, [.. people.Select(person => person.Value)]) { Force = true }, cancellationToken);

        // With "force", valid people are invited even when the answer names an invalid one, so only failures of Slack are repeated.
        return response.Kind is SlackErrorKind.TargetGone or SlackErrorKind.Other or SlackErrorKind.AlreadyDone
            ? EffectResult.Done
            : EffectResult.From(response);
    }
}
