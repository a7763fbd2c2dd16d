using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Who wants to change which incident.</summary>
/// <param name="Actor">Who asks.</param>
/// <param name="Number">The incident.</param>
/// <param name="Key">The request's key in the ledger, so that a repeated request does nothing; null if repeating is harmless.</param>
internal sealed record ChangeRequest(PersonId Actor, int Number, string? Key = null)
{
    /// <summary>What a new lead is told besides the duties; null when the lead wasn't handed over.</summary>
    public Mrkdwn? Handover { get; init; }
}

/// <summary>
/// Every change of an incident, from any verb, button or modal: load, decide, save the change with its
/// consequences. When two people act at once, the second save fails on the version, and the request runs again on the new state.
/// </summary>
internal sealed class IncidentChanges(
    IncidentDb db, Access access, RequestLedger ledger, ChangeConsequences consequences, TimeProvider time)
{
    /// <summary>Carries out the change of a modal, once; a refusal is shown under its field, or under the given one.</summary>
    public async Task<ViewSubmissionResponse> SubmitAsync(
        ViewSubmission submission,
        string field,
        Func<Incident, PersonId, DateTimeOffset, Result> decide,
        CancellationToken cancellationToken)
    {
        var actor = new PersonId(submission.User.Id);
        var number = ButtonValue.Read(submission.View.PrivateMetadata).Number();
        var outcome = await ApplyAsync(
            new ChangeRequest(actor, number, RequestLedger.KeyOf(submission)),
            (incident, now) => decide(incident, actor, now),
            cancellationToken);
        return Answers.ToModal(outcome.Refusal, field);
    }

    /// <summary>True when something changed, false when nothing did; or the refusal.</summary>
    public async Task<Result<bool>> ApplyAsync(
        ChangeRequest request, Func<Incident, DateTimeOffset, Result> decide, CancellationToken cancellationToken)
    {
        if (request.Key is { } known && await ledger.FindAsync(known, cancellationToken) is not null)
        {
            return false;
        }

        var found = await access.FindAsync(request.Actor, request.Number, cancellationToken);
        if (!found.Ok)
        {
            return found.Refusal;
        }

        var incident = found.Value;
        var before = IncidentSnapshot.Of(incident);
        var now = time.GetUtcNow();
        if (decide(incident, now) is { Refusal: { } refusal })
        {
            return refusal;
        }

        var changed = incident.Version != before.Version;
        if (changed)
        {
            await consequences.ApplyAsync(incident, before, request, now, cancellationToken);
        }

        if (request.Key is { } key)
        {
            ledger.Record(key);
        }

        await db.SaveChangesAsync(cancellationToken);
        return changed;
    }
}
