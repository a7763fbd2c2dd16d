using IncidentBot.Commands;
using IncidentBot.People;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Timelines.EntryContext;

/// <summary>Answers "What was known then?" beside an entry.</summary>
internal sealed class OpenContext(IncidentDb db, Access access, ModalOpener modals) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var id = ButtonValue.Read(request.Action.Data).Id();
        var entry = await db.TimelineEntries.AsNoTracking().SingleOrDefaultAsync(entry => entry.Id == id, cancellationToken);
        if (await access.FindOrReplyAsync(request, entry?.IncidentNumber ?? 0, cancellationToken) is not null && entry is not null)
        {
            await modals.ShowAsync(request, ContextModal.Render(entry), cancellationToken);
        }
    }
}
