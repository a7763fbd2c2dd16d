using IncidentBot.Domain.Language;
using IncidentBot.Domain.PostMortems;

namespace IncidentBot.Domain.WriteUps;

/// <content>The sections, each with its text and the method that writes it.</content>
public sealed partial class WriteUp
{
    /// <summary>
    /// What happened, when, and its impact, in two or three sentences; empty while unwritten.
    /// </summary>
    public string Summary { get; private set; } = "";

    /// <summary>The impact.</summary>
    public Impact Impact { get; private set; } = Impact.Unknown;

    /// <summary>The contributing factors, in order.</summary>
    public IReadOnlyList<ContributingFactor> Factors => _factors;

    /// <summary>What went well, one point per entry.</summary>
    public IReadOnlyList<string> WentWell => _wentWell;

    /// <summary>What could be better, one point per entry.</summary>
    public IReadOnlyList<string> CouldBeBetter => _couldBeBetter;

    /// <summary>The learnings, in order.</summary>
    public IReadOnlyList<Learning> Learnings => _learnings;

    /// <summary>Parked questions and causes, oldest first.</summary>
    public IReadOnlyList<ParkedItem> Parked => _parked;

    /// <summary>Why there is no action item; null when nothing was written.</summary>
    public string? NoActionsReason { get; private set; }

    /// <summary>Writes the summary; empty clears it.</summary>
    /// <param name="text">At most <see cref="PostMortemLimits.Summary"/> characters.</param>
    /// <param name="by">Who wrote it.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused when too long ("summary").</returns>
    public Result WriteSummary(string text, PersonId by, DateTimeOffset now)
    {
        if (TextRule.AtMost(text, PostMortemLimits.Summary, "summary") is { } refusal)
        {
            return refusal;
        }

        var written = TextRule.Clean(text);
        return ChangeIf(written != Summary, () => Summary = written, by, now, "summary edited", PostMortemPart.Summary);
    }

    /// <summary>Writes the impact.</summary>
    /// <param name="impact">All of it; what is null is unknown.</param>
    /// <param name="by">Who wrote it.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused for negative figures ("duration", "users", "slo") and texts that are too long ("revenue", "text",
    /// "communications").</returns>
    public Result WriteImpact(Impact impact, PersonId by, DateTimeOffset now)
    {
        var refusal = impact switch
        {
            { Duration.Ticks: < 0 } => new Refusal("A duration can't be negative.", "duration"),
            { UsersAffected: < 0 } => new Refusal("The number of users can't be negative.", "users"),
            { SloBudgetPercent: < 0 } => new Refusal("The share of the error budget can't be negative.", "slo"),
            _ => TextRule.AtMost(impact.Revenue, PostMortemLimits.Revenue, "revenue")
                ?? TextRule.AtMost(impact.Text, PostMortemLimits.Section, "text")
                ?? TextRule.AtMost(impact.Communications, PostMortemLimits.Section, "communications"),
        };
        if (refusal is not null)
        {
            return refusal;
        }

        var written = impact with
        {
            Revenue = TextRule.CleanOrNull(impact.Revenue),
            Text = TextRule.CleanOrNull(impact.Text),
            Communications = TextRule.CleanOrNull(impact.Communications),
        };
        return ChangeIf(written != Impact, () => Impact = written, by, now, "impact edited", PostMortemPart.Impact);
    }

    /// <summary>Writes what went well.</summary>
    /// <param name="points">One per entry; empty ones are left out.</param>
    /// <param name="by">Who wrote it.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused when a point is too long or there are too many ("went_well").</returns>
    public Result WriteWentWell(IEnumerable<string> points, PersonId by, DateTimeOffset now) =>
        WritePoints(_wentWell, points, PostMortemPart.WentWell, by, now, "what went well edited");

    /// <summary>Writes what could be better.</summary>
    /// <param name="points">One per entry; empty ones are left out.</param>
    /// <param name="by">Who wrote it.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused when a point is too long or there are too many ("could_be_better").</returns>
    public Result WriteCouldBeBetter(IEnumerable<string> points, PersonId by, DateTimeOffset now) =>
        WritePoints(_couldBeBetter, points, PostMortemPart.CouldBeBetter, by, now, "what could be better edited");

    /// <summary>Writes why there is no action item; empty clears it.</summary>
    /// <param name="reason">At most <see cref="PostMortemLimits.Reason"/> characters.</param>
    /// <param name="by">Who wrote it.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused when too long ("reason").</returns>
    public Result ExplainNoActions(string? reason, PersonId by, DateTimeOffset now)
    {
        if (TextRule.AtMost(reason, PostMortemLimits.Reason, "reason") is { } refusal)
        {
            return refusal;
        }

        var written = TextRule.CleanOrNull(reason);
        return ChangeIf(
            written != NoActionsReason,
            () => NoActionsReason = written,
            by,
            now,
            written is null ? "reason for no action items removed" : $"no action items: {written}",
            PostMortemPart.NoActions,
            PostMortemPart.Actions);
    }

    private Result WritePoints(List<string> list, IEnumerable<string> points, string field, PersonId by, DateTimeOffset now, string what)
    {
        var written = points.Select(TextRule.Clean).Where(point => point.Length > 0).ToList();
        if (written.Count > PostMortemLimits.Points)
        {
            return new Refusal($"At most {PostMortemLimits.Points} points fit here. Remove some.", field);
        }

        if (written.Select(point => TextRule.AtMost(point, PostMortemLimits.Point, field)).FirstOrDefault(refusal => refusal is not null)
            is { } refusal)
        {
            return refusal;
        }

        return ChangeIf(!written.SequenceEqual(list), () => Replace(list, written), by, now, what, field);
    }
}
