using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Answers "Take …" on the card and on the nudge: the role goes to the first person who presses.</summary>
internal sealed class ClaimRole(IncidentChanges changes, Access access, Replies replies) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var (number, role) = RoleValue.Read(request.Action.Data);
        var actor = new PersonId(request.User.Id);
        var outcome = await changes.ApplyAsync(
            new ChangeRequest(actor, number), (incident, now) => incident.Claim(role, actor, now), cancellationToken);
        if (outcome.Refusal is { Field: "role" } taken
            && await access.FindAsync(actor, number, cancellationToken) is { Value: { } incident } && incident.HolderOf(role) is { } holder)
        {
            await replies.SendAsync(
                request, Mrkdwn.Text($"{Mrkdwn.User(holder.Value)} has this role. {taken.Sentence}"), cancellationToken);
            return;
        }

        await replies.ToButtonAsync(request, outcome.Refusal, cancellationToken);
    }
}
