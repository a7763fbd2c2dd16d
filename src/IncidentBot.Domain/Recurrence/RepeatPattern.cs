namespace IncidentBot.Domain.Recurrence;

/// <summary>How close together the incidents of one class are.</summary>
public enum RepeatLevel
{
    /// <summary>Three within half a year: the earlier actions were not done, or didn't work.</summary>
    Recurring = 1,

    /// <summary>Three within 90 days: one is bad luck, three are structural.</summary>
    Structural = 2,
}

/// <summary>Three or more incidents of one class.</summary>
/// <param name="Level">How close together they are.</param>
/// <param name="Third">The newest one that completes such a group.</param>
/// <param name="Incidents">All within half a year up to the third, oldest first.</param>
public sealed record RepeatPattern(RepeatLevel Level, ClassedIncident Third, IReadOnlyList<ClassedIncident> Incidents)
{
    /// <summary>How many incidents make a pattern.</summary>
    public const int Enough = 3;

    /// <summary>The time from the first to the third of a structural pattern; exactly so long still counts.</summary>
    public static TimeSpan StructuralSpan { get; } = TimeSpan.FromDays(90);

    /// <summary>The same for a recurring pattern.</summary>
    public static TimeSpan RecurringSpan { get; } = TimeSpan.FromDays(180);

    /// <summary>A pattern whose third incident started longer ago is history, for example after past incidents were reported.</summary>
    public static TimeSpan Recent { get; } = TimeSpan.FromDays(90);

    /// <summary>The quarter in which the third incident started; a class has at most one investigation in each.</summary>
    public Quarter Quarter => Quarter.Of(Third.At);

    /// <summary>Where the incidents that belong to it begin.</summary>
    public DateTimeOffset Since => Third.At - RecurringSpan;

    /// <summary>The pattern of one class; a structural one wins over a newer recurring one. Null when there is none.</summary>
    /// <param name="ofClass">The incidents of the class, in any order.</param>
    /// <param name="decidedAt">When the class's last investigation was closed, UTC: the third must have started after it, because what
    /// happened before was part of the decision. Null when none was closed.</param>
    /// <param name="now">UTC.</param>
    public static RepeatPattern? Find(IEnumerable<ClassedIncident> ofClass, DateTimeOffset? decidedAt, DateTimeOffset now)
    {
        var ordered = ofClass.OrderBy(each => each.At).ThenBy(each => each.Number).ToList();
        return Find(ordered, RepeatLevel.Structural, StructuralSpan, decidedAt, now)
            ?? Find(ordered, RepeatLevel.Recurring, RecurringSpan, decidedAt, now);
    }

    private static RepeatPattern? Find(
        List<ClassedIncident> ordered, RepeatLevel level, TimeSpan span, DateTimeOffset? decidedAt, DateTimeOffset now)
    {
        for (var index = ordered.Count - 1; index >= Enough - 1; index--)
        {
            var third = ordered[index];
            if (third.At < now - Recent || third.At <= decidedAt)
            {
                return null;
            }

            if (ordered[index - Enough + 1].At >= third.At - span)
            {
                var incidents = ordered.Take(index + 1).Where(each => each.At >= third.At - RecurringSpan);
                return new RepeatPattern(level, third, [.. incidents]);
            }
        }

        return null;
    }
}
