using IncidentBot.Commands;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Handlers;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Answers <c>/incident status mitigated</c>; "resolved" opens the resolve form.</summary>
internal sealed class StatusVerb(IncidentChanges changes, OpenResolveForm resolve) : IVerb
{
    public bool Accepts(string arguments) => StatusLabel.Parse(arguments).Ok;

    public static bool WaitsInModal(string arguments) => StatusLabel.Parse(arguments) is { Ok: true, Value: IncidentStatus.Resolved };

    public async Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        var status = StatusLabel.Parse(request.Arguments);
        return status switch
        {
            { Refusal: { } refusal } => Answers.ToCommand(refusal),
            { Value: IncidentStatus.Resolved } => await resolve.RunAsync(request, cancellationToken),
            _ => Answers.ToCommand(await changes.ApplyAsync(
                new ChangeRequest(request.Actor, request.Incident),
                (incident, now) => incident.ChangeStatus(status.Value, request.Actor, now),
                cancellationToken)),
        };
    }
}
