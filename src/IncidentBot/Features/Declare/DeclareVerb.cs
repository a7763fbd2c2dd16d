using IncidentBot.Commands;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;

namespace IncidentBot.Features.Declare;

/// <summary>Answers <c>/incident declare [title]</c> and text that is no command: opens the declare modal.</summary>
internal sealed class DeclareVerb(DeclareOpener declare) : IVerb
{
    public bool Accepts(string arguments) => true;

    public Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken) =>
        declare.OpenAsync(request.Command, SlackText.Unescape(request.Arguments), cancellationToken);
}
