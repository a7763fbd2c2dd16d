using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Outbox;
using IncidentBot.Outbox.Effects;
using IncidentBot.People;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Surfaces;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Declare;

/// <summary>Answers the declare modal: one incident, however often it is sent, and everything that makes it visible.</summary>
internal sealed class DeclareIncident(IncidentDb db, RequestLedger ledger, RoleCandidates candidates, TimeProvider time) : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var key = RequestLedger.KeyOf(submission);
        if (await ledger.FindAsync(key, cancellationToken) is { } done)
        {
            return await ShowAsync(int.Parse(done.Outcome, System.Globalization.CultureInfo.InvariantCulture), cancellationToken);
        }

        var actor = new PersonId(submission.User.Id);
        var declaration = DeclareModal.Read(submission.View.State);
        if (declaration.Lead is { } lead
            && await candidates.RefuseAsync(lead, DeclareModal.Blocks.Lead, cancellationToken) is { } refusal)
        {
            return ViewSubmissionResponse.Error(DeclareModal.Blocks.Lead, refusal.Sentence);
        }

        var declared = Incident.Declare(declaration, actor, time.GetUtcNow());
        if (!declared.Ok)
        {
            return ViewSubmissionResponse.Error(declared.Refusal.Field ?? DeclareModal.Blocks.Title, declared.Refusal.Sentence);
        }

        var incident = declared.Value;
        await SaveAsync(incident, key, submission.View.Id, cancellationToken);
        return await ShowAsync(incident.Number, cancellationToken);
    }

    /// <summary>Two saves in one transaction: the database gives the number, which the channel and the calls to Slack carry.</summary>
    private Task SaveAsync(Incident incident, string key, string viewId, CancellationToken cancellationToken) =>
        db.InTransactionAsync(
            async () =>
            {
                db.Incidents.Add(incident);
                await db.SaveChangesAsync(cancellationToken);
                ledger.Record(key, IncidentWords.Number(incident));
                Announce(incident, viewId);
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);

    private void Announce(Incident incident, string viewId)
    {
        var now = time.GetUtcNow();
        var lane = Lane.Incident(incident.Number);
        var subject = IncidentWords.Number(incident);
        db.Channels.Add(new IncidentChannel
        {
            IncidentNumber = incident.Number,
            WantedName = ChannelName.For(incident.Number, DateOnly.FromDateTime(incident.DeclaredAt.UtcDateTime), incident.Title),
        });
        db.Enqueue(lane, new CreateChannel(incident.Number), now);
        db.Enqueue(lane, new ShowChannel(incident.Number, viewId), now);
        db.Enqueue(lane, new Invite(Address.Incident(incident.Number), [.. Insiders(incident)]), now);
        db.RefreshSurfaces(incident, now);
        var card = BotMessageNames.Card(BotMessageNames.StatusCard, subject);
        db.Enqueue(lane, new PinCard(card), now);
        db.Enqueue(lane, Bookmark.To(card, incident.Number, BookmarkTitles.StatusCard, ":pushpin:"), now);
        if (incident.Lead is { } lead)
        {
            db.Enqueue(Lane.Person(lead), RoleMessage.For(incident, IncidentRole.Lead, lead), now);
        }
    }

    private static IEnumerable<PersonId> Insiders(Incident incident) =>
        incident.Roles.Select(holder => holder.Person).Append(incident.DeclaredBy).Distinct();

    private async Task<ViewSubmissionResponse> ShowAsync(int number, CancellationToken cancellationToken)
    {
        var incident = await db.Incidents.AsNoTracking().SingleAsync(incident => incident.Number == number, cancellationToken);
        var channel = await db.Channels.AsNoTracking().SingleAsync(channel => channel.IncidentNumber == number, cancellationToken);
        return ViewSubmissionResponse.Update(DeclaredModal.Render(incident, channel));
    }
}
