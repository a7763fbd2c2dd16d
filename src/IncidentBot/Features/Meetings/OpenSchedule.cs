using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Meetings;

/// <summary>Answers "Schedule meeting": opens the form with three proposed times.</summary>
internal sealed class OpenSchedule(PostMortemForms forms, ScheduleForm form) : IBlockActionHandler
{
    public Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken) => forms.OpenAsync(
        request,
        PostMortemKey.ReadValue(request.Action.Data).Number,
        context => form.RenderAsync(context.View, context.By, PostMortemModals.OverviewOf(request), cancellationToken),
        cancellationToken);
}
