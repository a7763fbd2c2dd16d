using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Facilitators;

/// <summary>Answers "Choose facilitator" and "Change facilitator": opens the picker, which also shows the pool.</summary>
internal sealed class OpenFacilitator(PostMortemForms forms, FacilitatorPicker picker) : IBlockActionHandler
{
    public Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken) => forms.OpenAsync(
        request,
        PostMortemKey.ReadValue(request.Action.Data).Number,
        async asked => await picker.RenderAsync(asked.View, asked.By, KeyOf(asked.View, request), cancellationToken),
        cancellationToken);

    private static PostMortemKey KeyOf(PostMortemView view, BlockActionRequest request) => new(
        view.Number, OverviewId: PostMortemModals.OverviewOf(request), Seen: view.PostMortem.Facilitator?.Value ?? "");
}
