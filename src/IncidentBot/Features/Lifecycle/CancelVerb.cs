using IncidentBot.Commands;
using IncidentBot.People;
using IncidentBot.Slack.Handlers;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Answers <c>/incident cancel REASON</c>.</summary>
internal sealed class CancelVerb(Cancellations cancellations, PlainMessageText plainText) : IVerb
{
    public bool Accepts(string arguments) => arguments.Length == 0;

    public async Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        var reason = await plainText.OfAsync(request.Arguments, cancellationToken);
        return Answers.ToCommand(await cancellations.CancelAsync(request.Actor, request.Incident, reason, cancellationToken));
    }
}
