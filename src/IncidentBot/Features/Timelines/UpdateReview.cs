using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timelines;
using IncidentBot.People;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Timelines;

/// <summary>Answers the buttons of the review list that change something or turn a page, and refreshes the list.</summary>
internal sealed class UpdateReview(
    IncidentDb db, Access access, TimelineMessages timelineMessages, ReviewScreen screen, TimeProvider time) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        if (request.View is not { } view)
        {
            return;
        }

        var page = ReviewPage.Parse(view.PrivateMetadata);
        var person = new PersonId(request.User.Id);
        if (await access.FindOrReplyAsync(request, page.Incident, cancellationToken) is not { } incident)
        {
            return;
        }

        var value = ButtonValue.Read(request.Action.Data);
        switch (request.Action.ActionId)
        {
            case ReviewModal.Older or ReviewModal.Newer:
                page = ReviewPage.Parse(request.Action.Data);
                break;
            case ReviewModal.AddMessage:
                await AddAsync(incident, value.Text(), EntryWords.Event, person, cancellationToken);
                break;
            case ReviewModal.AddMessageAs:
                await AddAsync(incident, value.Text(1), EntryWords.Parse(value.Text()), person, cancellationToken);
                break;
            case ReviewModal.MarkGap:
                MarkGap(incident, value, person);
                break;
            default:
                await ChangeAsync(incident, value.Id(1), value.Text(), person, cancellationToken);
                break;
        }

        await db.SaveChangesAsync(cancellationToken);
        await screen.ShowAsync(view.Id, view.Hash, incident, page, person, cancellationToken);
        await screen.RefreshBelowAsync(view, incident.Number, person, cancellationToken);
    }

    private async Task AddAsync(Incident incident, string ts, EntryWords kind, PersonId person, CancellationToken cancellationToken)
    {
        if (await db.MessagesOf(incident.Number).SingleOrDefaultAsync(message => message.Ts == ts, cancellationToken) is { } message)
        {
            await timelineMessages.AddAsync(incident, message, kind.From(EntrySource.Manual), person, cancellationToken);
        }
    }

    private void MarkGap(Incident incident, ButtonValue gap, PersonId person)
    {
        if (gap.Member<Milestone>() is { } from && gap.Member<Milestone>(1) is { } to)
        {
            incident.MarkGap(from, to, gap.Text(2) == bool.TrueString, person, time.GetUtcNow());
        }
    }

    private async Task ChangeAsync(Incident incident, Guid id, string change, PersonId person, CancellationToken cancellationToken)
    {
        if (await db.TimelineEntries.SingleOrDefaultAsync(
            entry => entry.Id == id && entry.IncidentNumber == incident.Number, cancellationToken) is not { } entry)
        {
            return;
        }

        if (change == "remove")
        {
            await timelineMessages.RemoveAsync(entry, person, cancellationToken);
        }
        else
        {
            entry.Star(change == "star", person, time.GetUtcNow());
        }
    }
}
