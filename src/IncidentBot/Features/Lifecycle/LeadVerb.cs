using IncidentBot.Commands;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Handlers;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Answers <c>/incident lead @name</c>.</summary>
internal sealed class LeadVerb(RoleAssignments roles) : IVerb
{
    public bool Accepts(string arguments) => RoleAssignments.NamesOnePerson(arguments);

    public Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken) =>
        roles.AssignAsync(request, IncidentRole.Lead, request.Arguments, cancellationToken);
}
