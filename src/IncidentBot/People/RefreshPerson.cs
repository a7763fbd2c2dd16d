using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;

namespace IncidentBot.People;

/// <summary>
/// Answers changed profiles and returning people: names, zones, guests, people who left. These events are frequent, so it only saves when
/// something stored has changed.
/// </summary>
internal sealed class RefreshPerson(IncidentDb db, PeopleDirectory people) : IEventHandler<UserChange>, IEventHandler<TeamJoin>
{
    public Task HandleAsync(UserChange slackEvent, CancellationToken cancellationToken) => RefreshAsync(slackEvent.User, cancellationToken);

    public Task HandleAsync(TeamJoin slackEvent, CancellationToken cancellationToken) => RefreshAsync(slackEvent.User, cancellationToken);

    private async Task RefreshAsync(SlackUser user, CancellationToken cancellationToken)
    {
        if (await people.RefreshAsync(user, cancellationToken))
        {
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
