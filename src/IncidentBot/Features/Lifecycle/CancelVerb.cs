using IncidentBot.Commands;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Answers <c>/incident cancel REASON</c>.</summary>
internal sealed class CancelVerb(Cancellations cancellations) : IVerb
{
    public bool Accepts(string arguments) => arguments.Length == 0;

    public Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken) => cancellations.CancelAsync(
        request, (incident, now) => incident.Cancel(SlackText.Plain(request.Arguments), request.Actor, now), cancellationToken);
}
