using IncidentBot.Jobs;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Operations;

/// <summary>Says in /health/ready how many events could not be processed, until they are deleted after a month.</summary>
internal sealed class NoteSetAsideEvents(IncidentDb db, Readiness readiness) : ISweep
{
    private const string Topic = "events";

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var count = await db.Inbox.CountAsync(row => row.State == LaneRowState.Parked, cancellationToken);
        readiness.Note(Topic, count == 0
            ? null
            : $"Events from Slack that could not be processed and were set aside: {count}. The log names each; they are deleted after "
                + $"30 days.");
    }
}
