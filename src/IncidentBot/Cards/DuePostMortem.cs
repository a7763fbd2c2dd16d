using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Severities;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Cards;

/// <summary>A post-mortem whose write-up isn't published yet, on the home tab and in the list of <c>/postmortem</c>.</summary>
internal sealed record DuePostMortem(Incident Incident, PostMortem PostMortem)
{
    public const string Heading = "Post-mortems due";
    public const string NoneDue = "No post-mortems due.";

    /// <summary>The due post-mortems that a person may see, the earliest deadline first.</summary>
    public static async Task<IReadOnlyList<DuePostMortem>> ListAsync(
        IncidentDb db, PersonId person, int most, CancellationToken cancellationToken)
    {
        var rows = await (
            from incident in db.Incidents.AsNoTracking().Where(IncidentVisibility.SeenBy(person))
            join postMortem in db.PostMortems.AsNoTracking() on incident.Number equals postMortem.IncidentNumber
            where (postMortem.State == PostMortemState.Due || postMortem.State == PostMortemState.Scheduled
                    || postMortem.State == PostMortemState.Held || postMortem.State == PostMortemState.Drafted)
                && (postMortem.State != PostMortemState.Due || postMortem.Need == PostMortemNeed.Required
                    || postMortem.Need == PostMortemNeed.Recommended)
                && postMortem.DueAt != null
            orderby postMortem.DueAt, incident.Number
            select new { incident, postMortem }).Take(most).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new DuePostMortem(row.incident, row.postMortem));
    }

    public SectionBlock Row(DateTimeOffset now) =>
        new(Mrkdwn.Text($"*{IncidentWords.Title(Incident)}*\n{PostMortemWords.Status(PostMortem, now)}"))
        {
            Accessory = new Button(CardActions.PostMortem, "Open") { Value = IncidentWords.Number(Incident) },
        };
}
