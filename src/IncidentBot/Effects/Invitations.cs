using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Slack.WebApi;

namespace IncidentBot.Effects;

/// <summary>Brings people into a channel ("conversations.invite"); whoever cannot be invited is skipped.</summary>
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

        // With "force" the good ones are in even when the answer names a bad one, so only a stumbling Slack is worth a repeat.
        return response.Kind is SlackErrorKind.TargetGone or SlackErrorKind.Other or SlackErrorKind.AlreadyDone
            ? EffectResult.Done
            : EffectResult.From(response);
    }
}
