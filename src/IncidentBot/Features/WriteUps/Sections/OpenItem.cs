using IncidentBot.Domain;
using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Causes;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.WriteUps.Sections;

/// <summary>Answers "Edit" and "Add one more" in a list of items, and the board's buttons, with the form for one item.</summary>
internal sealed class OpenItem(PostMortemForms forms, CauseSuggestions causes) : IBlockActionHandler
{
    public Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var key = PostMortemKey.ReadValue(request.Action.Data);
        return forms.OpenAsync(
            request,
            key.Number,
            asked => RenderAsync(asked, KeyOf(key, request, asked.Now), cancellationToken),
            cancellationToken);
    }

    private async Task<Result<Modal>> RenderAsync(PostMortemRequest request, PostMortemKey key, CancellationToken cancellationToken) =>
        SectionTable.RefuseUnknown(key.Section) is { } unknown
            ? unknown
            : SectionModal.Render(await causes.WithSuggestionsAsync(request, key, cancellationToken), key);

    private static PostMortemKey KeyOf(PostMortemKey key, BlockActionRequest request, DateTimeOffset now) => key with
    {
        Item = key.Item == default ? Guid.CreateVersion7(now) : key.Item,
        OverviewId = request.View is { } view ? PostMortemKey.Read(view.PrivateMetadata).OverviewId : "",
        ListId = request.View is { CallbackId: ItemListModal.CallbackId } list ? list.Id : "",
    };
}
