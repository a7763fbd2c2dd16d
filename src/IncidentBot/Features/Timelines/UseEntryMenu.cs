using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.People;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Timelines;

/// <summary>
/// Answers the menu of an entry in the review list: opens the form for "Edit" and the earlier texts for "History", otherwise makes the
/// change at once.
/// </summary>
internal sealed class UseEntryMenu(
    IncidentDb db, Access access, EntryForms forms, UpdateReview review, ModalOpener modals) : IBlockActionHandler
{
    private const string Edit = "edit";
    private const string History = "history";

    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var value = ButtonValue.Read(request.Action.Data);
        if (value.Text() is not (Edit or History))
        {
            await review.HandleAsync(request, cancellationToken);
            return;
        }

        var id = value.Id(1);
        var entry = await db.TimelineEntries.SingleOrDefaultAsync(entry => entry.Id == id, cancellationToken);
        if (await access.FindOrReplyAsync(request, entry?.IncidentNumber ?? 0, cancellationToken) is not null && entry is not null)
        {
            if (value.Text() == History)
            {
                await modals.ShowAsync(request, HistoryModal.Render("Timeline entry", HistoryModal.Of(entry)), cancellationToken);
                return;
            }

            var form = await forms.ForAsync(entry, new PersonId(request.User.Id), cancellationToken);
            await modals.ShowAsync(request, EntryModal.Render(form), cancellationToken);
        }
    }
}
