using IncidentBot.Domain;
using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Meetings;

/// <summary>Answers "Schedule": three times to choose from, or any other.</summary>
internal sealed class OpenSchedule(
    IncidentDb db, PostMortemViews views, ScheduleForm form, PostMortemModals modals, Replies replies) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = PostMortemKey.ReadValue(request.Action.Data).Number;
        if (await views.FindOrReplyAsync(request, number, cancellationToken) is not { } view)
        {
            return;
        }

        var modal = await form.RenderAsync(view, new PersonId(request.User.Id), PostMortemModals.OverviewOf(request), cancellationToken);

        // New people were looked up in Slack; save them.
        await db.SaveChangesAsync(cancellationToken);
        await (modal.Ok
            ? modals.ShowAsync(request, modal.Value, cancellationToken)
            : replies.SendAsync(request, Mrkdwn.Escape(modal.Refusal.Sentence), cancellationToken));
    }
}
