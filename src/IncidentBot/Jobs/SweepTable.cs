namespace IncidentBot.Jobs;

/// <summary>The sweeps and how often each looks; filled by <c>JobSchedule.cs</c>.</summary>
internal sealed class SweepTable
{
    private readonly List<SweepRow> _rows = [];

    public IReadOnlyList<SweepRow> Rows => _rows;

    /// <summary>A recurring Hangfire job.</summary>
    public SweepTable Every<TSweep>(TimeSpan interval)
        where TSweep : class, ISweep => Add<TSweep>(interval, inProcess: false);

    /// <summary>A timer of this process, for what people watch: a job engine is too coarse for seconds.</summary>
    public SweepTable InProcess<TSweep>(TimeSpan interval)
        where TSweep : class, ISweep => Add<TSweep>(interval, inProcess: true);

    private SweepTable Add<TSweep>(TimeSpan interval, bool inProcess)
    {
        _rows.Add(new SweepRow(typeof(TSweep), interval, inProcess));
        return this;
    }
}

/// <summary>One sweep of the table.</summary>
internal sealed record SweepRow(Type Sweep, TimeSpan Interval, bool InProcess);
