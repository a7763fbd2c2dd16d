using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Effects;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Declare;

/// <summary>Enqueues what a new incident causes: its channel, its cards, and the post-mortem of a reported one.</summary>
internal sealed class IncidentAnnouncement(IncidentDb db, SlackWorkspace workspace, DeadlineRules deadlines, TimeProvider time)
{
    public void Enqueue(Incident incident, ViewInfo view)
    {
        var now = time.GetUtcNow();
        if (incident.HasChannel)
        {
            AddChannel(incident, view, now);
        }

        db.RefreshCards(incident, now);
        if (incident.HasChannel)
        {
            var card = BotMessageNames.Card(BotMessageNames.StatusCard, incident.Number);
            db.Enqueue(Lane.Incident(incident.Number), new PinCard(card), now);
            db.Enqueue(Lane.Incident(incident.Number), Bookmark.To(card, incident.Number, BookmarkTitles.StatusCard, ":pushpin:"), now);
        }

        if (incident is { IsOpen: false, PostMortemNeed: { } need, ResolvedAt: { } resolved })
        {
            var deadline = deadlines.TimeFrom(incident, resolved);
            db.PostMortems.Add(PostMortem.Open(Guid.CreateVersion7(now), incident.Number, need, resolved, deadline));
            db.Enqueue(Lane.Incident(incident.Number), new RefreshCard(BotMessageNames.ResolveCard, IncidentWords.Number(incident)), now);
        }
        else if (incident.Lead is { } lead && lead != incident.DeclaredBy)
        {
            db.Enqueue(Lane.Person(lead), RoleMessage.For(incident, IncidentRole.Lead, lead), now);
        }
    }

    private void AddChannel(Incident incident, ViewInfo view, DateTimeOffset now)
    {
        var lane = Lane.Incident(incident.Number);
        db.Channels.Add(new IncidentChannel
        {
            IncidentNumber = incident.Number,
            WantedName = ChannelName.For(incident),
            DeclaredIn = IsUsable(view.PrivateMetadata) ? view.PrivateMetadata : null,
        });
        db.Enqueue(lane, new CreateChannel(incident.Number), now);
        db.Enqueue(lane, new Invite(Address.Incident(incident.Number), [.. Insiders(incident)]), now);
        db.Enqueue(lane, new ShowChannel(incident.Number, view.Id), now);
        if (incident.IsOpen)
        {
            db.Enqueue(lane, new InviteOnCall(incident.Number, incident.Severity, DeclareModal.InvitesOnCall(view.State)), now);
        }
    }

    /// <summary>
    /// A channel can stand in for the incident's own; a direct message, the announcement channel and a near miss cannot.
    /// </summary>
    private bool IsUsable(string channel) => channel is ['C' or 'G', ..] && channel != workspace.AnnouncementChannelId;

    private static IEnumerable<PersonId> Insiders(Incident incident) =>
        incident.Roles.Select(holder => holder.Person).Append(incident.DeclaredBy).Distinct();
}
