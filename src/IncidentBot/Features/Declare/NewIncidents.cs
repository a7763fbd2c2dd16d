using System.Globalization;
using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.NearMisses;
using IncidentBot.People;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Declare;

/// <summary>Creates an incident from a form, once however often the form is sent, and enqueues what announces the incident.</summary>
internal sealed class NewIncidents(
    IncidentDb db, RequestLedger ledger, RoleCandidates candidates, IncidentAnnouncement announcement, TimeProvider time)
{
    public Task<ViewSubmissionResponse> AddAsync(
        ViewSubmission submission, Declaration declaration, CancellationToken cancellationToken) =>
        AddAsync(submission, declaration, null, cancellationToken);

    /// <summary>The same for an incident that is made of a near miss; there is at most one.</summary>
    public async Task<ViewSubmissionResponse> AddAsync(
        ViewSubmission submission, Declaration declaration, NearMiss? source, CancellationToken cancellationToken)
    {
        var key = source is null
            ? RequestLedger.KeyOf(submission)
            : string.Create(CultureInfo.InvariantCulture, $"incident_of_near_miss:{source.Number}");
        if (await ledger.FindAsync(key, cancellationToken) is { } done)
        {
            return await ShowAsync(int.Parse(done.Outcome, CultureInfo.InvariantCulture), cancellationToken);
        }

        if (source?.IncidentNumber is { } known)
        {
            return await ShowAsync(known, cancellationToken);
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

        await SaveAsync(declared.Value, source, key, submission.View, cancellationToken);
        return await ShowAsync(declared.Value.Number, cancellationToken);
    }

    /// <summary>One transaction: the database gives the number, which the channel and the calls to Slack carry.</summary>
    private Task SaveAsync(
        Incident incident, NearMiss? source, string key, ViewInfo view, CancellationToken cancellationToken) =>
        db.InTransactionAsync(
            async () =>
            {
                var request = await ledger.ClaimAsync(key, cancellationToken);
                db.Incidents.Add(incident);
                await db.SaveChangesAsync(cancellationToken);
                source?.BecomeIncident(incident.Number);
                request.Outcome = IncidentWords.Number(incident);
                announcement.Enqueue(incident, view);
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);

    private async Task<ViewSubmissionResponse> ShowAsync(int number, CancellationToken cancellationToken)
    {
        var incident = await db.Incidents.AsNoTracking().SingleAsync(incident => incident.Number == number, cancellationToken);
        var channel = await db.Channels.AsNoTracking().SingleOrDefaultAsync(channel => channel.IncidentNumber == number, cancellationToken);
        var due = await db.PostMortems.Where(postMortem => postMortem.IncidentNumber == number).Select(postMortem => postMortem.DueAt)
            .SingleOrDefaultAsync(cancellationToken);
        return ViewSubmissionResponse.Update(DeclaredModal.Render(incident, channel, due));
    }
}
