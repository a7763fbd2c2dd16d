using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Severities;

namespace IncidentBot.Domain.PostMortems;

/// <summary>An incident and its post-mortem, if it has one already.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="PostMortem">Its post-mortem; null while the incident was never resolved.</param>
public sealed record ReviewedIncident(Incident Incident, PostMortem? PostMortem)
{
    /// <summary>Whether it is about to be reviewed, or was: a meeting that was held is not given up for another one.</summary>
    public bool WasHeld => PostMortem?.HeldOrPublishedAt is not null;
}

/// <summary>The one post-mortem of several incidents that are the same event.</summary>
public static class SharedPostMortem
{
    /// <summary>
    /// Which of two incidents carries the post-mortem: the one that already covers others; then the one whose post-mortem is further along;
    /// then the more severe one; then the one with the lower number.
    /// </summary>
    /// <param name="one">One of them.</param>
    /// <param name="other">The other one.</param>
    /// <returns>Refused, about "number", once a write-up is published, and when the meeting of the covered one was held.</returns>
    public static Result<ReviewedIncident> CarrierOf(ReviewedIncident one, ReviewedIncident other)
    {
        ReviewedIncident[] both = [.. new[] { one, other }
            .OrderByDescending(each => each.Incident.CoversOthers)
            .ThenByDescending(Progress)
            .ThenBy(each => each.Incident.Severity)
            .ThenBy(each => each.Incident.Number)];
        if (both.FirstOrDefault(each => IsPublished(each.PostMortem)) is { Incident.Number: var number })
        {
            return new Refusal(
                $"The write-up of incident {number} is already published. Link them as a follow-up instead.", "number");
        }

        return both[1].WasHeld
            ? new Refusal(
                $"The post-mortem of incident {both[1].Incident.Number} was already held. Link them as a follow-up instead.", "number")
            : both[0];
    }

    /// <summary>Whether incidents that share a post-mortem can be separated.</summary>
    /// <param name="carrier">The incident that carries it.</param>
    /// <returns>Refused, about "number", once the write-up is published.</returns>
    public static Result MayUnlink(ReviewedIncident carrier) => IsPublished(carrier.PostMortem)
        ? new Refusal(
            $"The write-up of incident {carrier.Incident.Number} is published and covers both. They can't be unlinked any more.", "number")
        : Result.Accepted;

    /// <summary>What the post-mortem requires: the strictest requirement and the earliest deadline of all its incidents.</summary>
    /// <param name="carrier">The incident that carries it.</param>
    /// <param name="covered">The others.</param>
    /// <param name="clockStart">When the carrier's clock started, UTC.</param>
    /// <param name="rules">How deadlines are counted.</param>
    /// <returns>The requirement, and the time from the start of the clock; never negative.</returns>
    public static (PostMortemNeed Need, TimeSpan Deadline) TermsOf(
        Incident carrier, IReadOnlyCollection<Incident> covered, DateTimeOffset clockStart, DeadlineRules rules)
    {
        var need = covered.Append(carrier).Max(incident => incident.PostMortemNeed) ?? PostMortemNeed.Optional;
        var due = covered
            .Select(incident => (incident.ResolvedAt ?? clockStart) + rules.TimeFrom(incident, incident.ResolvedAt ?? clockStart))
            .Append(clockStart + rules.TimeFrom(carrier, clockStart)).Min();
        return (need, due > clockStart ? due - clockStart : TimeSpan.Zero);
    }

    private static bool IsPublished(PostMortem? postMortem) => postMortem?.WriteUp.PublishedAt is not null;

    private static int Progress(ReviewedIncident incident) => incident.PostMortem?.State switch
    {
        null => 0,
        PostMortemState.Scheduled => 2,
        PostMortemState.Held => 3,
        PostMortemState.Drafted => 4,
        PostMortemState.Published => 5,
        _ => 1,
    };
}
