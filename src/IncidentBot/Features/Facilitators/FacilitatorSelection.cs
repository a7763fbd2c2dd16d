using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Facilitators;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Severities;
using IncidentBot.Domain.Time;
using IncidentBot.Jobs;
using IncidentBot.PostMortems;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.Facilitators;

/// <summary>
/// Looks for a facilitator in the pool, one person at a time: the member who fits and was asked least recently. No one is asked
/// in their quiet hours; while it is night for some, only the others are asked. When no one is left, a post in #incidents
/// asks for a volunteer. The caller saves.
/// </summary>
internal sealed class FacilitatorSelection(IncidentDb db, FacilitatorPool pool, IOptions<RemindersOptions> options, TimeProvider time)
{
    /// <summary>Whether a facilitator is still needed: the post-mortem is required, its clock is running, and no one facilitates.</summary>
    public static bool IsNeeded(Incident incident, PostMortem postMortem) =>
        incident.Status == IncidentStatus.Resolved
        && postMortem is { Need: PostMortemNeed.Required, Facilitator: null }
        && PostMortemClock.IsRunning(postMortem);

    /// <summary>Ends requests that expired or are no longer needed, and asks the next member.</summary>
    /// <returns>True when someone has been asked and has not answered.</returns>
    public async Task<bool> AdvanceAsync(Incident incident, PostMortem postMortem, CancellationToken cancellationToken)
    {
        var asks = await db.FacilitatorRequests.Where(ask => ask.IncidentNumber == incident.Number)
            .OrderBy(ask => ask.Turn).ToListAsync(cancellationToken);
        if (asks.Find(ask => ask.IsWaiting) is { } waiting)
        {
            var isNeeded = IsNeeded(incident, postMortem);
            if (isNeeded && !waiting.IsOver(time.GetUtcNow()))
            {
                return true;
            }

            Close(waiting, isNeeded ? FacilitatorRequestState.Lapsed : FacilitatorRequestState.Withdrawn);
        }

        return IsNeeded(incident, postMortem) && await AskNextAsync(incident, postMortem, asks, cancellationToken);
    }

    /// <summary>Ends a request; its DM is redrawn with the save.</summary>
    public void Close(FacilitatorRequest ask, FacilitatorRequestState state)
    {
        ask.Close(state, time.GetUtcNow());
    }

    /// <summary>"Not me", before the deadline; afterwards someone else has been asked anyway.</summary>
    public void Decline(PostMortem postMortem, FacilitatorRequest ask)
    {
        if (ask.IsWaiting)
        {
            postMortem.DeclineFacilitating(ask.Person, time.GetUtcNow());
            Close(ask, FacilitatorRequestState.Declined);
        }
    }

    private async Task<bool> AskNextAsync(
        Incident incident, PostMortem postMortem, List<FacilitatorRequest> asks, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var answered = asks.Where(ask => ask.IsAnswered).Select(ask => ask.Person).Concat(postMortem.DeclinedFacilitators).ToHashSet();
        var members = await pool.CandidatesAsync(incident, postMortem, cancellationToken);
        var candidates = members.Where(candidate => candidate.SeesIt).ToList();
        var awake = candidates.Where(candidate => !Quiet.IsQuiet(now, candidate.Person.Zone)).ToList();
        if (FacilitatorChoice.Choose(awake.Select(candidate => candidate.Member), answered) is { } next)
        {
            var zone = awake.Find(candidate => candidate.Person.Id == next)!.Person.Zone;
            var answerBy = WorkingHours.After(Quiet, now, zone, FacilitatorRequest.AnswerWithin);
            db.FacilitatorRequests.Add(FacilitatorRequest.Of(incident.Number, asks.Count + 1, next, now, answerBy));
            return true;
        }

        if (FacilitatorChoice.Choose(candidates.Select(candidate => candidate.Member), answered) is null)
        {
            await db.EnqueueOnceAsync(
                Lane.Incident(incident.Number),
                FacilitatorCallCard.Post(incident, FacilitatorMessage.Call(incident)),
                ReminderKey.FacilitatorCall(postMortem),
                now,
                cancellationToken);
        }

        return false;
    }

    private QuietHours Quiet => options.Value.Quiet;
}
