namespace IncidentBot.Sweeps;

/// <summary>The sweeps and how often each looks; filled by <c>JobSchedule.cs</c>.</summary>
internal sealed class SweepTable
{
    private readonly List<(Type Sweep, TimeSpan Interval)> _rows = [];

    public IReadOnlyList<(Type Sweep, TimeSpan Interval)> Rows => _rows;

    public SweepTable Every<TSweep>(TimeSpan interval)
        where TSweep : class, ISweep
    {
        _rows.Add((typeof(TSweep), interval));
        return this;
    }
}

/// <summary>Runs every sweep at once: after a start, and when the clock of a demo or a test was moved.</summary>
internal sealed class AllSweeps(SweepTable table, SweepRun run)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var (sweep, _) in table.Rows)
        {
            await run.RunAsync(sweep, cancellationToken);
        }
    }
}
