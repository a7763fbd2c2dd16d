using IncidentBot.Commands;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Answers <c>/incident cancel REASON</c>.</summary>
internal sealed class CancelVerb(Cancellations cancellations) : IVerb
{
    public bool Accepts(string arguments) => arguments.Length == 0;

    public async Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken) => Answers.ToCommand(
        await cancellations.CancelAsync(request.Actor, request.Incident, SlackText.Plain(request.Arguments), cancellationToken));
}
