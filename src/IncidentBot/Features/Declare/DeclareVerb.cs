using IncidentBot.Commands;
using IncidentBot.People;
using IncidentBot.Slack.Handlers;

namespace IncidentBot.Features.Declare;

/// <summary>Answers <c>/incident declare [title]</c> and text that isn't a command: opens the declare modal.</summary>
internal sealed class DeclareVerb(DeclareOpener declare, PlainMessageText plainText) : IVerb
{
    public bool Accepts(string arguments) => true;

    public static bool WaitsInModal(string arguments) => true;

    public async Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken) => await declare.OpenAsync(
        request.Command, await plainText.OfAsync(request.Arguments, cancellationToken), cancellationToken);
}
