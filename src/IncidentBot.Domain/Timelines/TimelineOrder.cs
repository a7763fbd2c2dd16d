namespace IncidentBot.Domain.Timelines;

/// <summary>The order of a timeline: by time, then by message id, then by when the entry was added.</summary>
public sealed class TimelineOrder : IComparer<TimelineEntry>
{
    private TimelineOrder()
    {
    }

    /// <summary>The one instance.</summary>
    public static TimelineOrder Instance { get; } = new();

    /// <summary>Entries without a message come before those with one at the same instant.</summary>
    /// <inheritdoc/>
    public int Compare(TimelineEntry? x, TimelineEntry? y)
    {
        if (x is null || y is null)
        {
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        }

        var byTime = x.At.CompareTo(y.At);
        var byMessage = byTime != 0 ? byTime : string.CompareOrdinal(x.Ts, y.Ts);
        var byArrival = byMessage != 0 ? byMessage : x.AddedAt.CompareTo(y.AddedAt);
        return byArrival != 0 ? byArrival : x.Id.CompareTo(y.Id);
    }
}
