namespace IncidentBot.Jobs;

/// <summary>
/// A recurring question to our tables: what is due and not yet done? It enqueues under unique keys, so that running
/// it twice, late, or on two nodes is the same as running it once.
/// </summary>
internal interface ISweep
{
    Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken);
}
