namespace IncidentBot.Domain.Incidents;

/// <summary>
/// How an incident uses its channel. Its own channel was created for it, and every message there belongs to it. A borrowed channel
/// existed before and stays afterwards: only messages from the declaration until a day after the end belong to the incident.
/// </summary>
public sealed class ChannelOwnership
{
    /// <summary>How long after the incident ends the bot still reads a borrowed channel.</summary>
    public static readonly TimeSpan GracePeriod = TimeSpan.FromDays(1);

    private readonly IReadOnlyList<(DateTimeOffset From, DateTimeOffset? Until)> _periods;

    private ChannelOwnership(
        int incidentNumber, bool isBorrowed, bool isOpen, IReadOnlyList<(DateTimeOffset From, DateTimeOffset? Until)> periods) =>
        (IncidentNumber, IsBorrowed, IsOpen, _periods) = (incidentNumber, isBorrowed, isOpen, periods);

    /// <summary>The incident that uses the channel.</summary>
    public int IncidentNumber { get; }

    /// <summary>The channel belongs to others: the bot leaves its name, topic, bookmarks and canvas alone, and never archives it.</summary>
    public bool IsBorrowed { get; }

    /// <summary>Whether the incident is open; only set for borrowed channels.</summary>
    public bool IsOpen { get; }

    /// <summary>When reading the channel begins, UTC; null for its own channel, which is read from its first message.</summary>
    public DateTimeOffset? ReadFrom => IsBorrowed ? _periods[0].From : null;

    /// <summary>Whether a command typed there is about this incident; in a borrowed channel, only while the incident is open.</summary>
    public bool TakesCommands => !IsBorrowed || IsOpen;

    /// <summary>The channel was created for this incident.</summary>
    /// <param name="incidentNumber">The incident that it was created for.</param>
    public static ChannelOwnership Own(int incidentNumber) => new(incidentNumber, false, false, []);

    /// <summary>The incident uses a channel that already existed.</summary>
    /// <param name="incident">The incident that borrows it; the time between an end and a reopening is left out.</param>
    public static ChannelOwnership Borrowed(Incident incident)
    {
        var ends = EndsOf(incident).Order().ToList();
        var beginnings = incident.Reopenings.Select(reopening => reopening.At).Prepend(incident.DeclaredAt);
        return new ChannelOwnership(incident.Number, true, incident.IsOpen, [.. beginnings.Select(from => (from, UntilOf(from, ends)))]);
    }

    /// <summary>Whether a message that is written or read at this time belongs to the incident.</summary>
    /// <param name="at">An instant, UTC.</param>
    public bool Covers(DateTimeOffset at) => !IsBorrowed || _periods.Any(period => period.From <= at && !(at > period.Until));

    private static IEnumerable<DateTimeOffset> EndsOf(Incident incident)
    {
        string[] closedStatuses = [StatusLabel.For(IncidentStatus.Resolved).Word, StatusLabel.For(IncidentStatus.Cancelled).Word];
        var closed = incident.History.Where(change => change.Fact == ChangedFact.Status && closedStatuses.Contains(change.New))
            .Select(change => change.At);
        return incident.IsReport ? closed.Prepend(incident.DeclaredAt) : closed;
    }

    private static DateTimeOffset? UntilOf(DateTimeOffset from, List<DateTimeOffset> ends)
    {
        var next = ends.FindIndex(end => end >= from);
        return next < 0 ? null : ends[next] + GracePeriod;
    }
}

/// <summary>The incidents of one channel: the one it was created for, or several that borrowed it over time.</summary>
/// <param name="All">Each of them, in any order.</param>
public sealed record ChannelOwners(IReadOnlyList<ChannelOwnership> All)
{
    /// <summary>The incident that a command typed in the channel is about: the newest open one; null when there is none.</summary>
    public int? IncidentForCommands => Newest(owner => owner.TakesCommands);

    /// <summary>
    /// The incident that a message belongs to; null when it belongs to none.
    /// </summary>
    /// <param name="writtenAt">When it was written, UTC.</param>
    /// <param name="readAt">When it is read, UTC.</param>
    public int? IncidentOfMessage(DateTimeOffset writtenAt, DateTimeOffset readAt) =>
        Newest(owner => owner.Covers(writtenAt) && owner.Covers(readAt));

    /// <summary>The newest incident there that is open or ended less than a day ago; null when there is none.</summary>
    /// <param name="now">The current time.</param>
    public int? CurrentIncident(DateTimeOffset now) => Newest(owner => owner.Covers(now));

    private int? Newest(Func<ChannelOwnership, bool> matches) => All
        .Where(matches)
        .OrderByDescending(owner => owner.TakesCommands)
        .ThenByDescending(owner => owner.IncidentNumber)
        .FirstOrDefault()?.IncidentNumber;
}
