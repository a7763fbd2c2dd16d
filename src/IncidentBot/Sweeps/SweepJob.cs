using Quartz;

namespace IncidentBot.Sweeps;

/// <summary>Lets Quartz run a sweep. The trigger says when to look; our clock says what is due.</summary>
[DisallowConcurrentExecution]
internal sealed class SweepJob<TSweep>(SweepRun run) : IJob
    where TSweep : ISweep
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await run.RunAsync(typeof(TSweep), cancellationToken);
}
