using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Answers "Step down" on the card.</summary>
internal sealed class StepDownFromRole(IncidentChanges changes, Replies replies) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var (number, role) = RoleValue.Read(request.Action.Data);
        var actor = new PersonId(request.User.Id);
        var outcome = await changes.ApplyAsync(
            new ChangeRequest(actor, number), (incident, now) => incident.StepDown(role, actor, now), cancellationToken);
        await replies.ToButtonAsync(request, outcome.Refusal, cancellationToken);
    }
}
