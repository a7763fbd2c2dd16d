using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.PostMortems.Sections;

/// <summary>Answers "Open" beside a section: its form, or for factors and learnings the list of them once there is one.</summary>
internal sealed class OpenSection(Dossiers dossiers, PostMortemHub hub, TimeProvider time) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var key = PostMortemKey.ReadValue(request.Action.Data) with { Hub = PostMortemHub.HubOf(request) };
        if (await dossiers.FindOrTellAsync(request, key.Number, cancellationToken) is not { } dossier)
        {
            return;
        }

        var modal = SectionForms.IsList(key.Section) && ItemListModal.HasItems(dossier, key.Section)
            ? ItemListModal.Render(dossier, key)
            : SectionModal.Render(dossier, key with { Item = Guid.CreateVersion7(time.GetUtcNow()) });
        await hub.ShowAsync(request, modal, cancellationToken);
    }
}
