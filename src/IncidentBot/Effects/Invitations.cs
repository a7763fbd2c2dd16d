using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Slack.WebApi;

namespace IncidentBot.Effects;

/// <summary>Invites people into a channel ("conversations.invite"); people who can't be invited are skipped.</summary>
internal static class Invitations
{
    /// <summary>How many people Slack takes in one call.</summary>
    private const int Portion = 100;

    public static async Task<EffectResult> InviteAsync(
        ISlackApi slack, string channelId, IReadOnlyList<PersonId> people, CancellationToken cancellationToken)
    {
        foreach (var portion in people.Chunk(Portion))
        {
            var response = await slack.SendAsync(
                new ConversationsInvite(channelId, [.. portion.Select(person => person.Value)]) { Force = true }, cancellationToken);

            // With "force", valid people are invited even when the answer names an invalid one, so only failures of Slack are repeated.
            if (!response.Ok && response.Kind is not (SlackErrorKind.TargetGone or SlackErrorKind.Other or SlackErrorKind.AlreadyDone))
            {
                return EffectResult.From(response);
            }
        }

        return EffectResult.Done;
    }
}
