namespace IncidentBot.Jobs;

/// <summary>Runs every sweep at once: after a start, and when the clock of a demo or a test was moved.</summary>
internal sealed class AllSweeps(SweepTable table, SweepScope scope)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var row in table.Rows)
        {
            await scope.RunAsync(row.Sweep, cancellationToken);
        }
    }
}
