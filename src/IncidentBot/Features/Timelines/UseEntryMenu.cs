using IncidentBot.Domain;
using IncidentBot.People;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Timelines;

/// <summary>Answers the menu of an entry in the review list: opens the form for "Edit", otherwise makes the change at once.</summary>
internal sealed class UseEntryMenu(
    IncidentDb db, Access access, EntryForms forms, WorkOnReview work, ModalOpener modals) : IBlockActionHandler
{
    private const string Edit = "edit:";

    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        if (!request.Action.Data.StartsWith(Edit, StringComparison.Ordinal))
        {
            await work.HandleAsync(request, cancellationToken);
            return;
        }

        var id = Guid.Parse(request.Action.Data[Edit.Length..]);
        var entry = await db.TimelineEntries.SingleAsync(entry => entry.Id == id, cancellationToken);
        if (await access.FindOrReplyAsync(request, entry.IncidentNumber, cancellationToken) is not null)
        {
            var form = await forms.ForAsync(entry, new PersonId(request.User.Id), cancellationToken);
            await modals.ShowAsync(request, EntryModal.Render(form), cancellationToken);
        }
    }
}
