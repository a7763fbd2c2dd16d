using System.Globalization;
using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Effects;
using IncidentBot.People;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Declare;

/// <summary>Creates an incident from a form, once however often the form is sent, and enqueues what announces the incident.</summary>
internal sealed class NewIncidents(
    IncidentDb db, RequestLedger ledger, RoleCandidates candidates, SlackWorkspace workspace, TimeProvider time)
{
    public async Task<ViewSubmissionResponse> AddAsync(
        ViewSubmission submission, Declaration declaration, CancellationToken cancellationToken)
    {
        var key = RequestLedger.KeyOf(submission);
        if (await ledger.FindAsync(key, cancellationToken) is { } done)
        {
            return await ShowAsync(int.Parse(done.Outcome, CultureInfo.InvariantCulture), cancellationToken);
        }

        if (declaration.Lead is { } lead
            && await candidates.RefuseAsync(lead, IncidentFields.Blocks.Lead, cancellationToken) is { } refusal)
        {
            return ViewSubmissionResponse.Error(IncidentFields.Blocks.Lead, refusal.Sentence);
        }

        var declared = Incident.Declare(declaration, new PersonId(submission.User.Id), time.GetUtcNow());
        if (!declared.Ok)
        {
            return ViewSubmissionResponse.Error(declared.Refusal.Field ?? IncidentFields.Blocks.Title, declared.Refusal.Sentence);
        }

        await SaveAsync(declared.Value, key, submission.View, cancellationToken);
        return await ShowAsync(declared.Value.Number, cancellationToken);
    }

    /// <summary>Two saves in one transaction: the database gives the number, which the channel and the calls to Slack carry.</summary>
    private Task SaveAsync(Incident incident, string key, ViewInfo view, CancellationToken cancellationToken) =>
        db.InTransactionAsync(
            async () =>
            {
                db.Incidents.Add(incident);
                await db.SaveChangesAsync(cancellationToken);
                ledger.Record(key, IncidentWords.Number(incident));
                Announce(incident, view);
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);

    private void Announce(Incident incident, ViewInfo view)
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
            db.PostMortems.Add(PostMortem.Open(Guid.CreateVersion7(now), incident.Number, need, resolved, incident.PostMortemWithin));
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
            db.Enqueue(lane, new InviteOnCall(incident.Number, incident.Severity), now);
        }
    }

    /// <summary>A channel can stand in for the incident's own; a direct message or the announcement channel cannot.</summary>
    private bool IsUsable(string channel) => channel.Length > 0 && channel[0] != 'D' && channel != workspace.AnnouncementChannelId;

    private static IEnumerable<PersonId> Insiders(Incident incident) =>
        incident.Roles.Select(holder => holder.Person).Append(incident.DeclaredBy).Distinct();

    private async Task<ViewSubmissionResponse> ShowAsync(int number, CancellationToken cancellationToken)
    {
        var incident = await db.Incidents.AsNoTracking().SingleAsync(incident => incident.Number == number, cancellationToken);
        var channel = await db.Channels.AsNoTracking().SingleOrDefaultAsync(channel => channel.IncidentNumber == number, cancellationToken);
        return ViewSubmissionResponse.Update(DeclaredModal.Render(incident, channel));
    }
}
