namespace IncidentBot.Domain.ActionItems;

/// <summary>The team's sprints: a form offers the end of the next one as the due date.</summary>
/// <param name="First">The first day of any one sprint.</param>
/// <param name="Days">How long each is, in days; at least 1.</param>
public sealed record Sprints(DateOnly First, int Days)
{
    /// <summary>The last working day of the next sprint.</summary>
    /// <param name="today">Today, for the person who asks.</param>
    public DateOnly EndOfNext(DateOnly today)
    {
        var present = (int)Math.Floor((today.DayNumber - First.DayNumber) / (double)Days);
        var last = First.AddDays(((present + 2) * Days) - 1);
        while (last.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            last = last.AddDays(-1);
        }

        return last;
    }
}
