using IncidentBot.Commands;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Board;

/// <summary>Answers <c>/incident pm start</c>: starts the meeting, or shows the board of one that has started.</summary>
internal sealed class StartCommand(BoardReposts again, ModalOpener modals) : IPostMortemCommand
{
    public IReadOnlyList<string> Words => ["start", "board"];

    public async Task<SlashCommandResponse> RunAsync(
        VerbRequest request, PostMortemView view, string arguments, CancellationToken cancellationToken)
    {
        if (StartRules.Refuse(view) is { } refusal)
        {
            return SlashCommandResponse.Ephemeral(Mrkdwn.Escape(refusal.Sentence));
        }

        return await again.ShowAsync(view, cancellationToken) is { } answer
            ? SlashCommandResponse.Ephemeral(answer)
            : await modals.AnswerAsync(request.Command, AgendaModal.ToBegin(view, ""), cancellationToken);
    }
}

/// <summary>Answers <c>/incident meeting</c>, the short way to the same.</summary>
internal sealed class MeetingVerb(PostMortemViews views, StartCommand start) : IVerb
{
    public bool Accepts(string arguments) => arguments.Length == 0;

    public static bool WaitsInModal(string arguments) => true;

    public async Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        var found = await views.FindAsync(request.Actor, request.Incident, cancellationToken);
        return found.Ok
            ? await start.RunAsync(request, found.Value, request.Arguments, cancellationToken)
            : SlashCommandResponse.Ephemeral(Mrkdwn.Escape(found.Refusal.Sentence));
    }
}
