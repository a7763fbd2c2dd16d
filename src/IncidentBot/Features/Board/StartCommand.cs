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
        VerbRequest request, PostMortemView view, string arguments, CancellationToken cancellationToken)
    {
        if (BoardAccess.WhyNot(view) is { } refusal)
        {
            return SlashCommandResponse.Ephemeral(Mrkdwn.Escape(refusal.Sentence));
        }

        return await access.HasBoardAsync(view, cancellationToken)
            ? SlashCommandResponse.Ephemeral(BoardAccess.AlreadyStarted(view))
            : await modals.AnswerAsync(request.Command, AgendaModal.ToBegin(view, ""), cancellationToken);
    }
}
