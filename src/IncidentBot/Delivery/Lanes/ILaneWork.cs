using IncidentBot.Storage;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Delivery.Lanes;

/// <summary>What is done with the rows of a table of lanes: the outbox sends them, the inbox processes them.</summary>
internal interface ILaneWork<in TRow>
    where TRow : LaneRow
{
    /// <summary>Set when a commit left something to do.</summary>
    WakeSignal Signal { get; }

    /// <summary>
    /// Works on a row that no one else works on, and says in it how that ended; <see cref="LaneLoop{TRow}"/> saves it together
    /// with what else was changed in the scope's database context.
    /// </summary>
    Task DoAsync(TRow row, IServiceProvider services, CancellationToken cancellationToken);
}
