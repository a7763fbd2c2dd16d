namespace IncidentBot.Storage.Rows;

/// <summary>An event from Slack, committed before it was acknowledged and processed in its channel's order.</summary>
internal sealed class InboxRow : LaneRow
{
    /// <summary>Slack's event id; unique, so that a repeated delivery is a no-op.</summary>
    public required string EventId { get; init; }

    /// <summary>The event as Slack sent it, without its token; empty once it was processed.</summary>
    public required string Payload { get; set; }

    /// <summary>Only the id is needed later, to recognise a repeated delivery.</summary>
    public void ForgetPayload() => Payload = "{}";

    /// <summary>Records a failure; after the last attempt the event is parked, so that its channel can continue.</summary>
    public void Fail(string error, DateTimeOffset now)
    {
        if (Attempts >= MaxAttempts)
        {
            Park(error, now);
            return;
        }

        TryAgain(now + TimeSpan.FromSeconds(Math.Pow(2, Attempts)), error, counts: true, lookFirst: false);
    }
}
