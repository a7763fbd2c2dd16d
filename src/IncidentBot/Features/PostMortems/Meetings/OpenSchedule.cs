using IncidentBot.Domain;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;

namespace IncidentBot.Features.PostMortems.Meetings;

/// <summary>Answers "Schedule": three times to choose from, or any other.</summary>
internal sealed class OpenSchedule(IncidentDb db, Dossiers dossiers, ScheduleForm form, PostMortemHub hub, Replies replies) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = PostMortemKey.ReadValue(request.Action.Data).Number;
        if (await dossiers.FindOrTellAsync(request, number, cancellationToken) is not { } dossier)
        {
            return;
        }

        var modal = await form.RenderAsync(dossier, new PersonId(request.User.Id), PostMortemHub.HubOf(request), cancellationToken);

        // People met for the first time were looked up at Slack: keep what it said.
        await db.SaveChangesAsync(cancellationToken);
        await (modal.Ok
            ? hub.ShowAsync(request, modal.Value, cancellationToken)
            : replies.TellAsync(request, Mrkdwn.Escape(modal.Refusal.Sentence), cancellationToken));
    }
}
