using IncidentBot.Commands;
using IncidentBot.Slack.Handlers;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Answers <c>/incident duplicate of 7</c>: marks this incident as a duplicate.</summary>
internal sealed class DuplicateVerb(Cancellations cancellations) : IVerb
{
    public bool Accepts(string arguments) => Cancellations.ReadNumber(arguments) > 0;

    public async Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken) => Answers.ToCommand(
        await cancellations.MarkDuplicateAsync(
            request.Actor, request.Incident, Cancellations.ReadNumber(request.Arguments), cancellationToken));
}
