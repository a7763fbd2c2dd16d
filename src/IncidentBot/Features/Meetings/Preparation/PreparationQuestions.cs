using IncidentBot.Cards;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Preparation;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Meetings.Preparation;

/// <summary>The questions before a meeting that a person has not answered, until the meeting is over.</summary>
internal sealed class PreparationQuestions(IncidentDb db) : IOpenQuestions
{
    public async Task<IReadOnlyList<OpenQuestion>> OfAsync(Person reader, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var asked = await (
            from request in db.PreparationRequests.AsNoTracking()
            where request.Person == reader.Id && request.State == PreparationState.Waiting
            join incident in db.Incidents.AsNoTracking().Where(IncidentVisibility.SeenBy(reader.Id))
                on request.IncidentNumber equals incident.Number
            join own in db.PostMortems.AsNoTracking() on request.IncidentNumber equals own.IncidentNumber
            join postMortem in db.PostMortems.AsNoTracking() on own.CoveredBy ?? own.IncidentNumber equals postMortem.IncidentNumber
            where postMortem.Meeting.HeldAt == null && postMortem.WriteUp.PublishedAt == null
            orderby request.AskedAt
            select new { request, incident, postMortem }).Take(IOpenQuestions.Most).ToListAsync(cancellationToken);
        return
        [
            .. asked.Where(each => !PreparationRules.IsOver(each.postMortem)).Select(each => new OpenQuestion(
                each.request.AskedAt,
                Mrkdwn.Join(
                    "\n",
                    Mrkdwn.Text($"{Mrkdwn.User(each.request.AskedBy.Value)} has questions for you before the post-mortem of"),
                    PreparationWords.About(each.incident, each.postMortem, entry: null)),
                PreparationCard.Buttons(each.request))),
        ];
    }
}
