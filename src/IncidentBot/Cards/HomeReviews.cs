using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Time;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Cards;

/// <summary>The follow-up reviews that wait for a person's answer, on their home tab.</summary>
internal sealed class HomeReviews(IncidentDb db)
{
    private const int MaxRows = 5;

    public async Task<IReadOnlyList<Block>> OfAsync(Person reader, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var items = await ItemsAsync(reader.Id, now, cancellationToken);
        var recurrences = await RecurrencesAsync(reader.Id, Zones.DateIn(now, Zones.Find(reader.Zone)), cancellationToken);
        return items.Count + recurrences.Count == 0
            ? []
            : [new HeaderBlock("Follow-up reviews"), .. items.SelectMany(Row), .. recurrences.SelectMany(Row)];
    }

    /// <summary>Finished actions that had two weeks to show whether they work.</summary>
    private Task<List<ActionItem>> ItemsAsync(PersonId person, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var before = now.AddDays(-EffectivenessQuestion.DaysToShow);
        var seen = db.Incidents.Where(IncidentVisibility.SeenBy(person));
        return db.UnjudgedItems(person)
            .Where(item => item.ClosedAt <= before)
            .Where(item => seen.Any(incident => incident.Number == item.IncidentNumber))
            .OrderBy(item => item.ClosedAt).ThenBy(item => item.Id).Take(MaxRows).ToListAsync(cancellationToken);
    }

    /// <summary>Post-mortems whose recurrence check came up and has no final answer.</summary>
    private async Task<List<(Incident Incident, PostMortem PostMortem)>> RecurrencesAsync(
        PersonId person, DateOnly today, CancellationToken cancellationToken)
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
        return
        [
            .. asked.Where(each => each.incident.Status == IncidentStatus.Resolved).Take(MaxRows)
                .Select(each => (each.incident, each.postMortem)),
        ];
    }

    private static IEnumerable<Block> Row(ActionItem item) =>
    [
        new SectionBlock(Mrkdwn.Text($"Did it work? {ActionWords.Title(item)}\nIncident {item.IncidentNumber} · {ActionWords.Of(item)}")),
        FollowUpActions.Answers(item),
    ];

    private static IEnumerable<Block> Row((Incident Incident, PostMortem PostMortem) each) =>
    [
        new SectionBlock(Mrkdwn.Text($"Has *{IncidentWords.Title(each.Incident)}* happened again?")),
        FollowUpActions.Answers(each.PostMortem),
    ];
}
