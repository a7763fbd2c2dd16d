using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Effects;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Cards;

/// <summary>
/// Visibility follows the channel: an incident whose channel is private is private, and visible to the members of the channel.
/// </summary>
internal sealed class ChannelVisibility(IncidentDb db, ISlackApi slack, SlackWorkspace workspace, TimeProvider time)
{
    /// <summary>Asks Slack whether the channel is private and, if so, who its members are. Saves.</summary>
    /// <returns>Slack's last answer.</returns>
    public async Task<SlackResponse> RefreshAsync(int incidentNumber, string channelId, CancellationToken cancellationToken)
    {
        var info = await slack.SendAsync(new ConversationsInfo(channelId), cancellationToken);
        if (!info.Ok)
        {
            return info;
        }

        var incident = await db.Incidents.SingleAsync(incident => incident.Number == incidentNumber, cancellationToken);
        Apply(incident, info.Value.Channel.IsPrivate);
        await db.SaveChangesAsync(cancellationToken);
        if (!incident.IsPrivate)
        {
            return info;
        }

        var (answer, members) = await MembersAsync(channelId, cancellationToken);
        if (answer.Ok)
        {
            incident.ReplaceMembers(members, time.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
        }

        return answer;
    }

    /// <summary>Makes the incident private if its channel is, and removes its public posts. The caller saves.</summary>
    public void Apply(Incident incident, bool isPrivate)
    {
        if (!isPrivate || !incident.MakePrivate())
        {
            return;
        }

        var now = time.GetUtcNow();
        db.Enqueue(Lane.Incident(incident.Number), new WithdrawFromAnnouncements(incident.Number), now);
        db.PostInChannel(incident, MessageContent.Paragraph(Sentence(incident)), now);
    }

    private async Task<(SlackResponse Answer, IReadOnlyCollection<PersonId> Members)> MembersAsync(
        string channelId, CancellationToken cancellationToken)
    {
        var members = new List<string>();
        SlackResponse<MembersResponse> page;
        string? cursor = null;
        do
        {
            page = await slack.SendAsync(new ConversationsMembers(channelId) { Cursor = cursor }, cancellationToken);
            members.AddRange(page.Ok ? page.Value.Members : []);
            cursor = page.Ok ? page.NextCursor : null;
        }
        while (cursor is not null);
        return (page, [.. members.Where(member => !workspace.IsUs(member, null)).Select(member => new PersonId(member))]);
    }

    private static Mrkdwn Sentence(Incident incident) => Mrkdwn.Text(
        $":lock: This channel is private, so incident {incident.Number} is private too: only members of this channel can see "
            + $"it. I removed its messages from the announcement channel.");
}
