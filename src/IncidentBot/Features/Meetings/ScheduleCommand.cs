using IncidentBot.Commands;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Meetings;

/// <summary>Answers <c>/incident pm schedule</c>.</summary>
internal sealed class ScheduleCommand(ScheduleForm schedule, ModalOpener modals) : IPostMortemCommand
{
    public IReadOnlyList<string> Words => ["schedule"];

    public async Task<SlashCommandResponse> RunAsync(
        VerbRequest request, PostMortemView view, string arguments, CancellationToken cancellationToken)
    {
        var modal = await schedule.RenderAsync(view, request.Actor, "", cancellationToken);
        return modal.Ok
            ? await modals.AnswerAsync(request.Command, modal.Value, cancellationToken)
            : SlashCommandResponse.Ephemeral(Mrkdwn.Escape(modal.Refusal.Sentence));
    }
}
