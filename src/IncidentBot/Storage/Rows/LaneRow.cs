namespace IncidentBot.Storage.Rows;

internal enum LaneRowState
{
    Waiting,
    Done,
    Parked,
}

/// <summary>
/// A piece of work in a table. The rows of one lane are processed in order; lanes do not wait for each
/// other. A node takes a row with a lease; when the lease expires without a result, the row is taken again.
/// </summary>
internal abstract class LaneRow
{
    public const int MaxAttempts = 5;

    public long Id { get; protected set; }

    public required string Lane { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Not before this instant: backoff, a limit, something for later.</summary>
    public required DateTimeOffset NotBefore { get; set; }

    public LaneRowState State { get; protected set; }

    public int Attempts { get; protected set; }

    /// <summary>True when an earlier attempt may have had its effect.</summary>
    public bool LookFirst { get; protected set; }

    public DateTimeOffset? LeasedUntil { get; protected set; }

    /// <summary>Why it waits or was parked, for the operator. Never message text.</summary>
    public string? Error { get; protected set; }

    public DateTimeOffset? FinishedAt { get; protected set; }

    public void MarkDone(DateTimeOffset now) =>
        (State, Error, FinishedAt, LeasedUntil) = (LaneRowState.Done, null, now, null);

    public void Park(string error, DateTimeOffset now) =>
        (State, Error, FinishedAt, LeasedUntil) = (LaneRowState.Parked, error, now, null);

    /// <summary>Puts a parked row back into its lane after the cause was fixed.</summary>
    public void Unpark(DateTimeOffset now) =>
        (State, Attempts, NotBefore, FinishedAt, Error) = (LaneRowState.Waiting, 0, now, null, null);

    /// <summary>Tries again later. A wait that Slack asked for does not count as a failure.</summary>
    public void TryAgain(DateTimeOffset at, string error, bool counts, bool lookFirst)
    {
        (NotBefore, Error, LeasedUntil, LookFirst) = (at, error, null, lookFirst);
        Attempts = counts ? Attempts : Attempts - 1;
    }
}
