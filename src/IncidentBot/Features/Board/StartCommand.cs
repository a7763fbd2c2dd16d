using IncidentBot.Commands;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Board;

/// <summary>Answers <c>/incident pm start</c>.</summary>
internal sealed class StartCommand(BoardAccess access, ModalOpener modals) : IPostMortemCommand
{
    public IReadOnlyList<string> Words => ["start", "board"];

    public async Task<SlashCommandResponse> RunAsync(
        VerbRequest request, PostMortemView view, string arguments, CancellationToken cancellationToken) =>
        await access.RefuseAsync(view, cancellationToken) is { } refusal
            ? SlashCommandResponse.Ephemeral(Mrkdwn.Escape(refusal.Sentence))
            : await modals.AnswerAsync(request.Command, AgendaModal.ToBegin(view, ""), cancellationToken);
}
