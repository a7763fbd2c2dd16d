using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.PostMortems.Sections;

/// <summary>Answers "Edit" and "Add one more" in a list of items, and the buttons of the board: the form of one.</summary>
internal sealed class OpenItem(Dossiers dossiers, PostMortemHub hub, TimeProvider time) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var asked = PostMortemKey.ReadValue(request.Action.Data);
        if (await dossiers.FindOrTellAsync(request, asked.Number, cancellationToken) is not { } dossier)
        {
            return;
        }

        var key = asked with
        {
            Item = asked.Item == default ? Guid.CreateVersion7(time.GetUtcNow()) : asked.Item,
            Hub = request.View is { } view ? PostMortemKey.Read(view.PrivateMetadata).Hub : "",
            List = request.View is { CallbackId: ItemListModal.CallbackId } list ? list.Id : "",
        };
        await hub.ShowAsync(request, SectionModal.Render(dossier, key), cancellationToken);
    }
}
