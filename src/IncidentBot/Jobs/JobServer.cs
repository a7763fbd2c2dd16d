using Hangfire;

namespace IncidentBot.Jobs;

/// <summary>
/// Runs Hangfire. Its storage is opened when this starts and not before: the start of our own database, which comes first, makes
/// the folder, takes the lock and creates the PostgreSQL database.
/// </summary>
internal sealed class JobServer(SweepTable table, IServiceProvider services) : IHostedService, IDisposable
{
    // Sweeps are short queries on one database; more at once would only wait for each other.
    private const int Workers = 3;

    // Hangfire looks for due jobs this often; its default of 15 seconds would be the shortest interval there is.
    private static readonly TimeSpan LookForDueJobs = TimeSpan.FromSeconds(5);

    private BackgroundJobServer? _server;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = services.GetRequiredService<IGlobalConfiguration>();
        var storage = services.GetRequiredService<JobStorage>();
        RecurringJobs.Register(table, storage);
        var options = new BackgroundJobServerOptions
        {
            Activator = services.GetRequiredService<JobActivator>(),
            SchedulePollingInterval = LookForDueJobs,
            WorkerCount = Workers,
        };
        _server = new BackgroundJobServer(options, storage);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_server is not null)
        {
            _server.SendStop();
            await _server.WaitForShutdownAsync(cancellationToken);
        }
    }

    public void Dispose() => _server?.Dispose();
}
