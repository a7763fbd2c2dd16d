using IncidentBot.Cards;
using IncidentBot.Domain.Incidents;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.WriteUps.SignOffs;

/// <summary>The drafts that a person was asked to read and sign off.</summary>
internal sealed class SignOffQuestions(IncidentDb db) : IOpenQuestions
{
    public async Task<IReadOnlyList<OpenQuestion>> OfAsync(Person reader, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var asked = await (
            from postMortem in db.PostMortems.AsNoTracking()
            from invitee in postMortem.Meeting.Invitees
            where invitee.Person == reader.Id && invitee.SignedOffAt == null && invitee.SignOffDue != null
            join incident in db.Incidents.AsNoTracking().Where(IncidentVisibility.SeenBy(reader.Id))
                on postMortem.IncidentNumber equals incident.Number
            orderby invitee.SignOffDue, incident.Number
            select new { incident, Due = invitee.SignOffDue!.Value }).Take(IOpenQuestions.Most).ToListAsync(cancellationToken);
        return
        [
            .. asked.Select(each => new OpenQuestion(
                new DateTimeOffset(each.Due.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero),
                Mrkdwn.Text(
                    $"Please read the write-up of *{IncidentWords.Title(each.incident)}* and sign off by the end of "
                        + $"{ActionWords.Day(each.Due)}."),
                new ActionsBlock(
                    new Button(PostMortemActions.SignOff, "Sign off")
                    {
                        Value = IncidentWords.Number(each.incident), Style = ButtonStyle.Primary,
                    },
                    new Button(CardActions.PostMortem, CardActions.PostMortemLabel) { Value = IncidentWords.Number(each.incident) }))),
        ];
    }
}
