using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.WriteUps.Sections;

/// <summary>Answers "Edit" and "Add one more" in a list of items, and the board's buttons, with the form for one item.</summary>
internal sealed class OpenItem(PostMortemForms forms) : IBlockActionHandler
{
    public Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var key = PostMortemKey.ReadValue(request.Action.Data);
        return forms.OpenAsync(
            request,
            key.Number,
            asked => SectionTable.RefuseUnknown(key.Section) is { } unknown
                ? unknown
                : SectionModal.Render(asked.View, KeyOf(key, request, asked.Now)),
            cancellationToken);
    }

    private static PostMortemKey KeyOf(PostMortemKey key, BlockActionRequest request, DateTimeOffset now) => key with
    {
        Item = key.Item == default ? Guid.CreateVersion7(now) : key.Item,
        OverviewId = request.View is { } view ? PostMortemKey.Read(view.PrivateMetadata).OverviewId : "",
        ListId = request.View is { CallbackId: ItemListModal.CallbackId } list ? list.Id : "",
    };
}
