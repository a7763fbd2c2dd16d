using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Preparation;
using IncidentBot.Domain.Time;
using IncidentBot.Effects.Reminders;
using IncidentBot.Jobs;
using IncidentBot.People;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.Meetings.Preparation;

/// <summary>Reminds people who were asked before a meeting and have not answered, once for each time at which it is planned.</summary>
internal sealed class RemindToPrepare(IncidentDb db, PeopleDirectory people, IOptions<RemindersOptions> options) : IReminderSource
{
    public async Task<IReadOnlyList<DueReminder>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var meetings = await db.PostMortems.AsNoTracking()
            .Where(each => each.State == PostMortemState.Scheduled && each.Meeting.Start > now)
            .ToDictionaryAsync(each => each.IncidentNumber, each => each.Meeting.Start!.Value, cancellationToken);
        if (meetings.Count == 0)
        {
            return [];
        }

        var carriers = meetings.Keys.ToList();
        var covered = await db.Incidents.AsNoTracking()
            .Where(incident => incident.CoveredBy != null && carriers.Contains(incident.CoveredBy.Value))
            .ToDictionaryAsync(incident => incident.Number, incident => incident.CoveredBy!.Value, cancellationToken);
        var numbers = meetings.Keys.Concat(covered.Keys).ToList();
        var waiting = await db.PreparationRequests.AsNoTracking()
            .Where(request => numbers.Contains(request.IncidentNumber) && request.State == PreparationState.Waiting)
            .ToListAsync(cancellationToken);
        var readers = await people.FindAllAsync(waiting.Select(request => request.Person), cancellationToken);
        return
        [
            .. from request in waiting
               let reader = readers[request.Person]
               let start = meetings[covered.GetValueOrDefault(request.IncidentNumber, request.IncidentNumber)]
               let occasion = ButtonValue.Write(request.IncidentNumber, request.Person, start.ToUnixTimeSeconds())
               where !reader.IsDeactivated && PreparationReminder.IsDue(
                   request.AskedAt, start, Zones.Find(reader.Zone), options.Value.Quiet.Calendar, now)
               select new DueReminder(
                   reader,
                   $"{BotMessageNames.PreparationDue}:{occasion}",
                   BotMessageNames.PreparationDue,
                   PreparationCard.SubjectOf(request))
               {
                   Incidents = [request.IncidentNumber],
               },
        ];
    }
}

/// <summary>A section of someone's reminder: questions before a meeting that wait for an answer.</summary>
internal sealed class PreparationDueCard(PreparationCard card) : ICard
{
    public Task<CardView?> RenderAsync(string subject, CancellationToken cancellationToken) => card.RenderAsync(subject, cancellationToken);
}
