using IncidentBot.Domain;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Channels;

/// <summary>Answers who joins and leaves a private incident's channel: who is in it sees the incident.</summary>
internal sealed class FollowMembers(IncidentDb db, SlackWorkspace workspace, TimeProvider time)
    : IEventHandler<MemberJoinedChannel>, IEventHandler<MemberLeftChannel>
{
    public async Task HandleAsync(MemberJoinedChannel slackEvent, CancellationToken cancellationToken)
    {
        if (await FindAsync(slackEvent, cancellationToken) is { } incident)
        {
            incident.AddMember(new PersonId(slackEvent.User), time.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    public async Task HandleAsync(MemberLeftChannel slackEvent, CancellationToken cancellationToken)
    {
        if (await FindAsync(slackEvent, cancellationToken) is { } incident)
        {
            incident.RemoveMember(new PersonId(slackEvent.User));
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private async Task<Domain.Incidents.Incident?> FindAsync(MembershipEvent slackEvent, CancellationToken cancellationToken) =>
        workspace.IsUs(slackEvent.User, null)
            ? null
            : await db.Incidents.SingleOrDefaultAsync(
                incident => incident.IsPrivate
                    && db.Channels.Any(channel => channel.IncidentNumber == incident.Number && channel.ChannelId == slackEvent.Channel),
                cancellationToken);
}
