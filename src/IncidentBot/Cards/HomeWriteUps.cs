using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Cards;

/// <summary>The write-ups that were published last, on the home tab: what a team learned helps only those who read it.</summary>
internal sealed class HomeWriteUps(IncidentDb db, IncidentLinks links)
{
    private const int Most = 3;

    public async Task<IReadOnlyList<Block>> OfAsync(PersonId reader, CancellationToken cancellationToken)
    {
        var published = await (
            from postMortem in db.PostMortems.AsNoTracking()
            join incident in db.Incidents.AsNoTracking().Where(IncidentVisibility.SeenBy(reader))
                on postMortem.IncidentNumber equals incident.Number
            where postMortem.WriteUp.PublishedAt != null
            orderby postMortem.WriteUp.PublishedAt descending, incident.Number descending
            select new { Incident = incident, At = postMortem.WriteUp.PublishedAt!.Value }).Take(Most).ToListAsync(cancellationToken);
        if (published.Count == 0)
        {
            return [];
        }

        var places = await links.PlacesAsync(published.Select(each => each.Incident.Number), cancellationToken);
        return
        [
            new HeaderBlock("Recently published"),
            .. published.Select(each => new SectionBlock(Mrkdwn.Join(
                "\n",
                Mrkdwn.Text($"*{IncidentWords.Title(each.Incident)}*"),
                Mrkdwn.Join(" · ", Mrkdwn.Text($"published {Mrkdwn.Date(each.At, SlackDate.Day)}"), places[each.Incident.Number])))),
        ];
    }
}
