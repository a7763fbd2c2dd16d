using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.PostMortems;

/// <summary>Answers "Post-mortem" on the status card, the home tab and every reminder: the hub.</summary>
internal sealed class OpenPostMortem(Dossiers dossiers, PostMortemHub hub) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = PostMortemKey.ReadValue(request.Action.Data).Number;
        if (await dossiers.FindOrTellAsync(request, number, cancellationToken) is { } dossier)
        {
            await hub.ShowAsync(request, PostMortemModal.Render(dossier), cancellationToken);
        }
    }
}
