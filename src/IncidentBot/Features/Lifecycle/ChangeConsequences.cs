using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Severities;
using IncidentBot.Effects;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;

namespace IncidentBot.Features.Lifecycle;

/// <summary>What an incident was like before a change, to compare with afterwards.</summary>
internal sealed record IncidentSnapshot(int Version, int Changes, int Updates, bool WasOpen, Severity Severity)
{
    public static IncidentSnapshot Of(Incident incident) =>
        new(incident.Version, incident.History.Count, incident.StatusUpdates.Count, incident.IsOpen, incident.Severity);
}

/// <summary>
/// Carries out what a change of an incident causes: posts in its channel, DMs to new role holders, changes of its post-mortem.
/// </summary>
internal sealed class ChangeConsequences(IncidentDb db, PostMortemSync postMortems, ClosingAnnouncements closing)
{
    public async Task ApplyAsync(
        Incident incident, IncidentSnapshot before, ChangeRequest request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var actor = request.Actor;
        var changes = incident.History.Skip(before.Changes).ToList();
        var postMortem = await postMortems.ApplyAsync(incident, before, actor, now, cancellationToken);
        if (before.WasOpen != incident.IsOpen)
        {
            await closing.PostAsync(incident, postMortem, actor, now, cancellationToken);
        }
        else
        {
            Post(incident, [.. incident.StatusUpdates.Skip(before.Updates)], changes.ConvertAll(change => ChangeLine.Of(change)), now);
        }

        InviteOnCallFor(incident, before, now);
        await NotifyRoleHoldersAsync(incident, changes, request.Handover, now, cancellationToken);
        if (changes.Exists(change => change.Fact == ChangedFact.Title))
        {
            db.Enqueue(Lane.Incident(incident.Number), new RenameChannel(incident.Number), now);
        }

        if (changes.Exists(change => change.Fact == ChangedFact.Private))
        {
            FollowPrivacy(incident, now);
        }
    }

    /// <summary>A private incident leaves #incidents; a public one is announced.</summary>
    private void FollowPrivacy(Incident incident, DateTimeOffset now)
    {
        if (incident.IsPrivate)
        {
            db.Enqueue(Lane.Incident(incident.Number), new WithdrawFromAnnouncements(incident.Number), now);
        }
        else
        {
            db.RefreshCards(incident, now);
        }
    }

    /// <summary>Posts an update, with what changed beside it in the same message; or, without an update, what changed.</summary>
    private void Post(Incident incident, StatusUpdate[] updates, List<Mrkdwn> changes, DateTimeOffset now)
    {
        foreach (var update in updates)
        {
            db.PostInChannel(incident, StatusUpdateMessage.InChannel(update, changes), now);
            db.PostUnderHeadline(incident, StatusUpdateMessage.UnderHeadline(update, changes), now);
        }

        if (updates.Length == 0 && changes.Count > 0)
        {
            db.PostInChannel(
                incident, new MessageContent(Mrkdwn.Join("\n", changes), [.. changes.Select(line => new SectionBlock(line))]), now);
        }
    }

    /// <summary>When the severity rises, the people on call for the new severity are invited too.</summary>
    private void InviteOnCallFor(Incident incident, IncidentSnapshot before, DateTimeOffset now)
    {
        if (incident.IsOpen && incident.Severity < before.Severity)
        {
            db.Enqueue(Lane.Incident(incident.Number), new InviteOnCall(incident.Number, incident.Severity), now);
        }
    }

    /// <summary>Invites a new role holder to the channel, and sends a DM with the duties of the role.</summary>
    private async Task NotifyRoleHoldersAsync(
        Incident incident, List<IncidentChange> changes, Mrkdwn? handover, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var newHolders = incident.Roles
            .Where(holder => changes.Exists(change => change.Fact == ChangedFact.Role && change.New == holder.Person.Value
                && change.Detail == RoleDescription.For(holder.Role).Word))
            .ToList();
        if (newHolders.Count == 0)
        {
            return;
        }

        var channel = await db.Channels.FindAsync([incident.Number], cancellationToken);
        foreach (var holder in newHolders)
        {
            db.Enqueue(Lane.Person(holder.Person), RoleMessage.For(incident, holder.Role, holder.Person, channel, handover), now);
        }

        if (channel?.ChannelId is not null)
        {
            var people = newHolders.Select(holder => holder.Person).Distinct().ToList();
            db.Enqueue(Lane.Incident(incident.Number), new Invite(Address.Incident(incident.Number), people), now);
        }
    }
}
