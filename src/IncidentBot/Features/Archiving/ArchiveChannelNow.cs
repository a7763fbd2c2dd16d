using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Domain.PostMortems;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Workspace;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.Archiving;

/// <summary>
/// Answers "Archive channel": reads the channel once more, posts a last message, then archives it, always in this order.
/// </summary>
internal sealed class ArchiveChannelNow(
    PostMortemChanges changes, ChannelFarewell farewell, IOptions<IncidentsOptions> options, Replies replies) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = ButtonValue.Read(request.Action.Data).Number();
        if (await changes.PressAsync(request, number, asked => ArchiveAsync(asked, cancellationToken), cancellationToken) is { By: var by })
        {
            await replies.ReplaceAsync(request, ArchiveMessage.Archiving(by), cancellationToken);
        }
    }

    private async Task<Result> ArchiveAsync(PostMortemRequest request, CancellationToken cancellationToken)
    {
        var (view, by, _) = request;
        if ((view.Rights.MayArchive(by, options.Value.IsAdmin(by)).Refusal
            ?? ArchiveOffers.MayArchive(view.PostMortem.WriteUp.PublishedAt, view.Incident.IsOpen).Refusal
            ?? await farewell.WhenBorrowedAsync(view.Number, cancellationToken)) is { } refusal)
        {
            return refusal;
        }

        await farewell.ArchiveAsync(view.Number, by, cancellationToken);
        return Result.Accepted;
    }
}
