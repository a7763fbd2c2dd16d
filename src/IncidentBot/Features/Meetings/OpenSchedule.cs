using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Meetings;

/// <summary>Answers "Schedule": three times to choose from, or any other.</summary>
internal sealed class OpenSchedule(PostMortemForms forms, ScheduleForm form) : IBlockActionHandler
{
    public Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken) => forms.OpenAsync(
        request,
        PostMortemKey.ReadValue(request.Action.Data).Number,
        asked => form.RenderAsync(asked.View, asked.By, PostMortemModals.OverviewOf(request), cancellationToken),
        cancellationToken);
}
