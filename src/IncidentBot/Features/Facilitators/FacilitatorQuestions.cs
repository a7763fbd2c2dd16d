using IncidentBot.Cards;
using IncidentBot.Domain.Facilitators;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Facilitators;

/// <summary>The requests to facilitate that wait for a person's answer.</summary>
internal sealed class FacilitatorQuestions(IncidentDb db) : IOpenQuestions
{
    public async Task<IReadOnlyList<OpenQuestion>> OfAsync(Person reader, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var asked = await (
            from request in db.FacilitatorRequests.AsNoTracking()
            where request.Person == reader.Id && request.State == FacilitatorRequestState.Waiting
            join incident in db.Incidents.AsNoTracking() on request.IncidentNumber equals incident.Number
            orderby request.AskedAt
            select new { request, incident }).Take(IOpenQuestions.Most).ToListAsync(cancellationToken);
        return
        [
            .. asked.Select(each => new OpenQuestion(
                each.request.AskedAt,
                Mrkdwn.Text(
                    $"Would you facilitate the post-mortem of *{IncidentWords.Title(each.incident)}*?\n"
                        + $"Please answer by {Mrkdwn.Date(each.request.AnswerBy)}."),
                FacilitatorRequestCard.Buttons(each.request))),
        ];
    }
}
