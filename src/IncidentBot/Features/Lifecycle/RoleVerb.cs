using IncidentBot.Commands;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Handlers;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Answers <c>/incident role scribe @name</c>.</summary>
internal sealed class RoleVerb(RoleAssignments roles) : IVerb
{
    public bool Accepts(string arguments) =>
        FirstWord.Of(arguments) is var (word, whom) && RoleDescription.Parse(word).Ok && RoleAssignments.NamesOnePerson(whom);

    public async Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        var (word, whom) = FirstWord.Of(request.Arguments);
        var role = RoleDescription.Parse(word);
        return role.Ok ? await roles.AssignAsync(request, role.Value, whom, cancellationToken) : Answers.ToCommand(role.Refusal);
    }
}
