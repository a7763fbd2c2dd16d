using IncidentBot.Commands;
using IncidentBot.Domain.Severities;
using IncidentBot.Slack.Handlers;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Answers <c>/incident sev 1</c>: changes the severity and the deadlines that follow from it.</summary>
internal sealed class SevVerb(IncidentChanges changes) : IVerb
{
    public bool Accepts(string arguments) => SeverityPolicy.Parse(arguments).Ok;

    public async Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        var severity = SeverityPolicy.Parse(request.Arguments);
        return severity.Ok
            ? Answers.ToCommand(await changes.ApplyAsync(
                new ChangeRequest(request.Actor, request.Incident),
                (incident, now) => incident.ChangeSeverity(severity.Value, request.Actor, now),
                cancellationToken))
            : Answers.ToCommand(severity.Refusal);
    }
}
