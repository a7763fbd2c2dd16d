namespace IncidentBot.Domain.Recurrence;

/// <summary>
/// Which incidents repeat a known cause: one of their cause classes was the class of an earlier incident that started within the look-back.
/// The earlier incident may be about another service, because the workspace knew the cause.
/// </summary>
public static class RepeatIncidents
{
    /// <summary>The repeats among incidents, in order of time.</summary>
    /// <param name="incidents">All incidents of a period whose cause is known, in any order.</param>
    /// <param name="before">When each class was last seen before that period, UTC.</param>
    /// <param name="lookBackMonths">How long a class counts as known. Exactly so many months later it still does.</param>
    public static IReadOnlyList<RepeatIncident> Among(
        IEnumerable<ClassedIncident> incidents, IReadOnlyDictionary<Guid, DateTimeOffset> before, int lookBackMonths)
    {
        var last = new Dictionary<Guid, DateTimeOffset>(before);
        var repeats = new List<RepeatIncident>();
        foreach (var incident in incidents.OrderBy(each => each.At).ThenBy(each => each.Number))
        {
            var since = incident.At.AddMonths(-lookBackMonths);
            List<Guid> known = [.. incident.Classes.Where(cause => last.TryGetValue(cause, out var at) && at >= since)];
            if (known.Count > 0)
            {
                repeats.Add(new RepeatIncident(incident, known));
            }

            foreach (var cause in incident.Classes)
            {
                last[cause] = incident.At;
            }
        }

        return repeats;
    }
}

/// <summary>A share with the count that it comes from: "5 of 18".</summary>
/// <param name="Part">How many fulfil the condition.</param>
/// <param name="Whole">How many there are.</param>
public sealed record Share(int Part, int Whole)
{
    /// <summary>With fewer, a percentage says more than is known.</summary>
    public const int FewestForPercent = 5;

    /// <summary>The percentage, rounded half up; null when there are too few to say.</summary>
    public int? Percent => Whole < FewestForPercent ? null : (int)Math.Floor((100.0 * Part / Whole) + 0.5);
}
