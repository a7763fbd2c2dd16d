using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.PostMortems.Sections;

/// <summary>Answers "Open" beside a section: its form, or the list of its items once there is one; a single chain of whys is opened at once.</summary>
internal sealed class OpenSection(Dossiers dossiers, PostMortemHub hub, TimeProvider time) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var key = PostMortemKey.ReadValue(request.Action.Data) with { Hub = PostMortemHub.HubOf(request) };
        if (await dossiers.FindOrTellAsync(request, key.Number, cancellationToken) is not { } dossier)
        {
            return;
        }

        var modal = ItemListModal.IsNeeded(dossier, key.Section)
            ? ItemListModal.Render(dossier, key)
            : SectionModal.Render(dossier, key with { Item = NewItem(dossier, key.Section) });
        await hub.ShowAsync(request, modal, cancellationToken);
    }

    /// <summary>Two who begin the whys at once write the same chain.</summary>
    private Guid NewItem(Dossier dossier, string section) =>
        section == SectionForms.Whys ? dossier.PostMortem.WhyChain.Id : Guid.CreateVersion7(time.GetUtcNow());
}
