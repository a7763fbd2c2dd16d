using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timelines;
using IncidentBot.People;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Timelines;

/// <summary>Answers the buttons of the review list that change something or turn a page; the list then shows what is so.</summary>
internal sealed class WorkOnReview(
    IncidentDb db, Access access, TimelineMessages kept, ReviewScreen screen, TimeProvider time) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        if (request.View is not { } view)
        {
            return;
        }

        var place = ReviewPlace.Parse(view.PrivateMetadata);
        var person = new PersonId(request.User.Id);
        if (await access.FindOrTellAsync(request, place.Incident, cancellationToken) is not { } incident)
        {
            return;
        }

        var (word, subject) = Split(request.Action.Data);
        switch (request.Action.ActionId)
        {
            case ReviewModal.Older or ReviewModal.Newer:
                place = ReviewPlace.Parse(request.Action.Data);
                break;
            case ReviewModal.AddMessage:
                await AddAsync(incident, request.Action.Data, EntryWords.Event, person, cancellationToken);
                break;
            case ReviewModal.AddMessageAs:
                await AddAsync(incident, subject, EntryWords.Parse(word), person, cancellationToken);
                break;
            case ReviewModal.MarkGap:
                MarkGap(incident, request.Action.Data.Split(':'), person);
                break;
            default:
                await ChangeAsync(incident, Guid.Parse(subject), word, person, cancellationToken);
                break;
        }

        await db.SaveChangesAsync(cancellationToken);
        await screen.ShowAsync(view.Id, view.Hash, incident, place, person, cancellationToken);
    }

    private async Task AddAsync(Incident incident, string ts, EntryWords what, PersonId person, CancellationToken cancellationToken)
    {
        var message = await db.MessagesOf(incident.Number).SingleAsync(message => message.Ts == ts, cancellationToken);
        await kept.AddAsync(incident, message, what.From(EntrySource.Manual), person, cancellationToken);
    }

    private void MarkGap(Incident incident, string[] gap, PersonId person) => incident.MarkGap(
        Enum.Parse<Milestone>(gap[0]), Enum.Parse<Milestone>(gap[1]), bool.Parse(gap[2]), person, time.GetUtcNow());

    private async Task ChangeAsync(Incident incident, Guid id, string what, PersonId person, CancellationToken cancellationToken)
    {
        var entry = await db.TimelineEntries.SingleAsync(entry =>
            entry.Id == id && entry.IncidentNumber == incident.Number, cancellationToken);
        if (what == "remove")
        {
            await kept.RemoveAsync(entry, person, cancellationToken);
        }
        else
        {
            entry.Star(what == "star", person, time.GetUtcNow());
        }
    }

    private static (string Word, string Subject) Split(string data)
    {
        var end = data.IndexOf(':', StringComparison.Ordinal);
        return end < 0 ? (data, "") : (data[..end], data[(end + 1)..]);
    }
}
