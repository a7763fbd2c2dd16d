using IncidentBot.Domain.Severities;

namespace IncidentBot.Domain.PostMortems;

/// <content>Covered by the post-mortem of another incident of the same event: no meeting, no deadline, no write-up of its own.</content>
public sealed partial class PostMortem
{
    /// <summary>The number of the incident whose post-mortem covers this one; null when it stands for itself.</summary>
    public int? CoveredBy { get; private set; }

    /// <summary>The incident is covered by the post-mortem of another one. Repeating it changes nothing.</summary>
    /// <param name="carrier">The number of the incident that carries the post-mortem.</param>
    /// <param name="isPublished">Whether the carrier's write-up is published.</param>
    /// <param name="by">Who linked the incidents, resolved this one or published the write-up.</param>
    /// <param name="now">When, UTC.</param>
    public void Cover(int carrier, bool isPublished, PersonId by, DateTimeOffset now)
    {
        var state = isPublished ? PostMortemState.Published : PostMortemState.NotRequired;
        if (CoveredBy == carrier && State == state)
        {
            return;
        }

        (CoveredBy, State, DueAt) = (carrier, state, null);
        var published = isPublished ? ", which is published" : "";
        Record(by, now, FormattableString.Invariant($"covered by the post-mortem of incident {carrier}{published}"));
    }

    /// <summary>The incidents were unlinked: the post-mortem is due again, from when the incident was resolved.</summary>
    /// <param name="need">What the severity and the triggers require.</param>
    /// <param name="deadline">The time that the severity allows until the meeting.</param>
    /// <param name="by">Who unlinked them.</param>
    /// <param name="now">When, UTC.</param>
    public void Uncover(PostMortemNeed need, TimeSpan deadline, PersonId by, DateTimeOffset now)
    {
        if (CoveredBy is not { } carrier)
        {
            return;
        }

        (CoveredBy, Need, Deadline) = (null, need, deadline);
        (State, DueAt) = (ReachedState(), ClockStartedAt + deadline);
        Record(by, now, FormattableString.Invariant($"no longer covered by incident {carrier}, {Words(need)}, {DueClause}"));
    }
}
