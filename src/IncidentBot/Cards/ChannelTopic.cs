using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Cards;

/// <summary>The topic of an incident's channel, as it should read now.</summary>
internal sealed class ChannelTopic(IncidentDb db, PeopleDirectory people)
{
    public async Task<string> TextAsync(int incidentNumber, CancellationToken cancellationToken)
    {
        var incident = await db.Incidents.SingleAsync(incident => incident.Number == incidentNumber, cancellationToken);
        var postMortem = await db.PostMortems.SingleOrDefaultAsync(
            postMortem => postMortem.IncidentNumber == incidentNumber, cancellationToken);
        var lead = incident.Lead is { } person
            ? SlackText.LiteralWithoutTokens((await people.FindAsync(person, cancellationToken)).Name)
            : null;
        var due = postMortem is { HeldOrPublishedAt: null, State: not PostMortemState.Waived } ? postMortem.DueAt : null;
        return TopicLine.For(incident.Severity, incident.Status, lead, due, incident.IsDrill);
    }
}
