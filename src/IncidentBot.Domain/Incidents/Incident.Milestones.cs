namespace IncidentBot.Domain.Incidents;

/// <content>The moments that every incident has, and the gaps between them.</content>
public sealed partial class Incident
{
    /// <summary>When a milestone was reached, UTC; null when it is not known.</summary>
    /// <param name="milestone">One of the nine.</param>
    public DateTimeOffset? ReachedAt(Milestone milestone) => _milestones.Find(mark => mark.Milestone == milestone)?.At;

    /// <summary>
    /// How long it took from the first symptom, or else from the start that someone entered, to the first of these milestones that is
    /// known.
    /// </summary>
    /// <param name="ends">The milestones, the best one first.</param>
    /// <returns>Null when a moment is missing, or was entered wrongly, so that the end lies before the beginning.</returns>
    public TimeSpan? TimeTo(params IReadOnlyList<Milestone> ends)
    {
        var began = ReachedAt(Milestone.FirstSymptom) ?? (StartedAt == DeclaredAt ? null : StartedAt);
        var took = ends.Select(ReachedAt).FirstOrDefault(at => at is not null) - began;
        return took >= TimeSpan.Zero ? took : null;
    }

    /// <summary>Records when a milestone was reached. This also works after the end, but never changes the frozen duration.</summary>
    /// <param name="milestone">One of the nine.</param>
    /// <param name="at">When it happened; not in the future.</param>
    /// <param name="by">Who makes the change.</param>
    /// <param name="now">The current time.</param>
    /// <returns>Refused when the incident is cancelled, or about the milestone, named as in the enum.</returns>
    public Result SetMilestone(Milestone milestone, DateTimeOffset at, PersonId by, DateTimeOffset now)
    {
        if ((RefuseIfCancelled() ?? RefuseFutureTime(at, now, milestone.ToString())) is { } refusal)
        {
            return refusal;
        }

        var before = ReachedAt(milestone);
        if (before != at)
        {
            Record(ChangedFact.Milestone, Format(before), Format(at), by, now, MilestoneLabel.For(milestone));
            Mark(milestone, at);
        }

        return Result.Accepted;
    }

    /// <summary>Clears a milestone; an unknown one stays unknown.</summary>
    /// <param name="milestone">One of the nine.</param>
    /// <param name="by">Who clears it.</param>
    /// <param name="now">The current time.</param>
    /// <returns>Refused when the incident is cancelled.</returns>
    public Result ClearMilestone(Milestone milestone, PersonId by, DateTimeOffset now)
    {
        if (RefuseIfCancelled() is { } refusal)
        {
            return refusal;
        }

        if (ReachedAt(milestone) is { } before)
        {
            Record(ChangedFact.Milestone, Format(before), null, by, now, MilestoneLabel.For(milestone));
            _milestones.RemoveAll(mark => mark.Milestone == milestone);
        }

        return Result.Accepted;
    }

    /// <summary>Marks that people were working in a gap, or removes the mark; repeating it changes nothing.</summary>
    /// <param name="from">Where the gap begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="worked">True to mark it.</param>
    /// <param name="by">Who makes the change.</param>
    /// <param name="now">The current time.</param>
    public void MarkGap(Milestone from, Milestone to, bool worked, PersonId by, DateTimeOffset now)
    {
        var marked = _workedGaps.Exists(gap => gap.From == from && gap.To == to);
        if (worked && !marked)
        {
            _workedGaps.Add(new WorkedGap { From = from, To = to, By = by, At = now.ToUniversalTime() });
            Version++;
        }
        else if (!worked && marked)
        {
            Version += _workedGaps.RemoveAll(gap => gap.From == from && gap.To == to);
        }
    }

    private void MarkIfUnknown(Milestone milestone, DateTimeOffset at)
    {
        if (ReachedAt(milestone) is null)
        {
            Mark(milestone, at);
        }
    }

    private void Mark(Milestone milestone, DateTimeOffset at)
    {
        _milestones.RemoveAll(mark => mark.Milestone == milestone);
        _milestones.Add(new MilestoneMark { Milestone = milestone, At = at.ToUniversalTime() });
        Version++;
    }

    private static string? Format(DateTimeOffset? at) => at is { } known ? PlainText.Instant(known) : null;
}
