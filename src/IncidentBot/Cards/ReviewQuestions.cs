using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Time;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Cards;

/// <summary>The follow-up reviews that wait for a person's answer.</summary>
internal sealed class ReviewQuestions(IncidentDb db) : IOpenQuestions
{
    public async Task<IReadOnlyList<OpenQuestion>> OfAsync(Person reader, DateTimeOffset now, CancellationToken cancellationToken) =>
    [
        .. await ItemsAsync(reader.Id, now, cancellationToken),
        .. await RecurrencesAsync(reader.Id, Zones.DateIn(now, Zones.Find(reader.Zone)), cancellationToken),
    ];

    /// <summary>Finished actions that had two weeks to show whether they work.</summary>
    private async Task<IEnumerable<OpenQuestion>> ItemsAsync(PersonId person, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var before = now.AddDays(-EffectivenessQuestion.DaysToShow);
        var seen = db.Incidents.Where(IncidentVisibility.SeenBy(person));
        var items = await db.UnjudgedItems(person)
            .Where(item => item.ClosedAt <= before)
            .Where(item => seen.Any(incident => incident.Number == item.IncidentNumber))
            .OrderBy(item => item.ClosedAt).ThenBy(item => item.Id).Take(IOpenQuestions.Most).ToListAsync(cancellationToken);
        return items.Select(item => new OpenQuestion(
            item.ClosedAt!.Value.AddDays(EffectivenessQuestion.DaysToShow),
            Mrkdwn.Text($"Did it work? {ActionWords.Title(item)}\nIncident {item.IncidentNumber} · {ActionWords.Of(item)}"),
            FollowUpActions.Answers(item)));
    }

    /// <summary>Post-mortems whose recurrence check came up and has no final answer.</summary>
    private async Task<IEnumerable<OpenQuestion>> RecurrencesAsync(PersonId person, DateOnly today, CancellationToken cancellationToken)
    {
        var numbers = db.PostMortems.Where(each => each.Reviews.RecurrenceOn <= today).Select(each => each.IncidentNumber);
        var asked = await (
            from incident in db.Incidents.AsNoTracking().Where(IncidentVisibility.SeenBy(person))
            join postMortem in db.PostMortems.AsNoTracking() on incident.Number equals postMortem.IncidentNumber
            where numbers.Contains(postMortem.IncidentNumber)
                && (postMortem.Facilitator == person
                    || incident.Roles.Any(holder => holder.Role == IncidentRole.Lead && holder.Person == person))
            orderby incident.Number
            select new { incident, postMortem }).ToListAsync(cancellationToken);
        return asked.Where(each => each.incident.Status == IncidentStatus.Resolved).Take(IOpenQuestions.Most)
            .Select(each => new OpenQuestion(
                new DateTimeOffset(each.postMortem.Reviews.RecurrenceOn!.Value.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero),
                Mrkdwn.Text($"Has *{IncidentWords.Title(each.incident)}* happened again?"),
                FollowUpActions.Answers(each.postMortem)));
    }
}
