using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;

namespace IncidentBot.People;

/// <summary>Answers changed profiles: names, zones, guests, people who left. Comes often, so it writes only when we keep what changed.</summary>
internal sealed class RefreshPerson(IncidentDb db, PeopleDirectory people) : IEventHandler<UserChange>
{
    public async Task HandleAsync(UserChange slackEvent, CancellationToken cancellationToken)
    {
        if (await people.RefreshAsync(slackEvent.User, cancellationToken))
        {
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
