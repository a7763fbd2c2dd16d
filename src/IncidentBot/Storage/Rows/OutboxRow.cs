namespace IncidentBot.Storage.Rows;

/// <summary>One call to Slack with an effect, saved in the transaction that causes it and sent in its lane's order.</summary>
internal sealed class OutboxRow : LaneRow
{
    /// <summary>Which effect it is: the name in its attribute.</summary>
    public required string Kind { get; init; }

    /// <summary>The effect as JSON.</summary>
    public required string Payload { get; set; }

    /// <summary>Unique: the same effect is saved once. A random one when nothing can ask for it twice.</summary>
    public required string Key { get; init; }

    /// <summary>Which card it refreshes, or what it nudges for: of rows that wait together one is sent.</summary>
    public string? Card { get; init; }

    /// <summary>Parked for a cause that someone can fix; it is released from time to time.</summary>
    public bool IsHeld { get; private set; }

    public void Hold(string error, DateTimeOffset now)
    {
        Park(error, now);
        IsHeld = true;
    }

    /// <summary>A step is done: the next one takes its place in the lane, with attempts of its own.</summary>
    public void GoOn(string next, DateTimeOffset now)
    {
        Payload = next;
        (NotBefore, Attempts, LookFirst, LeasedUntil, Error) = (now, 0, false, null, null);
    }
}
