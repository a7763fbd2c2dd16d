using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Channels;

/// <summary>Answers people joining and leaving a private incident's channel: its members see the incident.</summary>
internal sealed class FollowMembers(IncidentDb db, SlackWorkspace workspace, TimeProvider time)
    : IEventHandler<MemberJoinedChannel>, IEventHandler<MemberLeftChannel>
{
    public async Task HandleAsync(MemberJoinedChannel slackEvent, CancellationToken cancellationToken)
    {
        foreach (var incident in await FindAsync(slackEvent, cancellationToken))
        {
            incident.AddMember(new PersonId(slackEvent.User), time.GetUtcNow());
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task HandleAsync(MemberLeftChannel slackEvent, CancellationToken cancellationToken)
    {
        foreach (var incident in await FindAsync(slackEvent, cancellationToken))
        {
            incident.RemoveMember(new PersonId(slackEvent.User));
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<Incident>> FindAsync(MembershipEvent slackEvent, CancellationToken cancellationToken)
    {
        if (workspace.IsUs(slackEvent.User, null))
        {
            return [];
        }

        var numbers = db.Channels.Where(IncidentChannel.Is(slackEvent.Channel)).Select(channel => channel.IncidentNumber);
        return await db.Incidents.Where(incident => incident.IsPrivate && numbers.Contains(incident.Number)).ToListAsync(cancellationToken);
    }
}
