using Hangfire;
using Hangfire.Storage;
using IncidentBot.Delivery;
using IncidentBot.Jobs;
using IncidentBot.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace IncidentBot.Tests.Jobs;

[Collection(HangfireStatics.Name)]
[Trait("Engine", "both")]
public sealed class RecurringJobsTests
{
    [Theory]
    [InlineData(10, "*/10 * * * * *")]
    [InlineData(30, "*/30 * * * * *")]
    [InlineData(60, "*/1 * * * *")]
    [InlineData(600, "*/10 * * * *")]
    [InlineData(3600, "0 */1 * * *")]
    public void An_interval_is_a_cron_expression(int seconds, string expected) =>
        Assert.Equal(expected, RecurringJobs.Cron(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(7)]
    [InlineData(45)]
    [InlineData(90)]
    [InlineData(7 * 60)]
    public void An_interval_that_would_drift_is_refused(int seconds) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RecurringJobs.Cron(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void Every_sweep_is_a_recurring_job_or_runs_on_a_timer_and_the_owners_reminders_are_a_job()
    {
        using var jobs = new JobsFolder();
        var table = JobSchedule.Create();

        jobs.Register(table);

        Assert.Equal(table.Rows.Where(row => !row.InProcess).Select(row => row.Sweep.Name).Order(), jobs.Names());
        Assert.Contains("SendReminders", jobs.Names());
    }

    [Fact]
    public void A_job_that_left_the_table_is_removed()
    {
        using var jobs = new JobsFolder();
        jobs.Register(JobSchedule.Create());

        jobs.Register(new SweepTable().Every<TryNothing>(TimeSpan.FromMinutes(1)));

        Assert.Equal(["TryNothing"], jobs.Names());
    }

    [Fact]
    public async Task A_triggered_job_runs_its_sweep()
    {
        using var jobs = new JobsFolder();
        jobs.Register(new SweepTable().Every<TryNothing>(TimeSpan.FromHours(1)));
        var ran = new TaskCompletionSource();
        await using var services = Services(ran);
        using var server = new BackgroundJobServer(
            new BackgroundJobServerOptions
            {
                Activator = new Activator(services),
                WorkerCount = 1,

                // Nothing runs any more at the end of the test; the default waits for 15 seconds.
                StopTimeout = TimeSpan.Zero,
                ShutdownTimeout = TimeSpan.FromSeconds(1),
            },
            jobs.Storage);

        jobs.Manager.Trigger("TryNothing");

        await ran.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task An_occurrence_that_comes_while_one_runs_is_left_out()
    {
        var began = new TaskCompletionSource();
        var end = new TaskCompletionSource();
        var slow = new Slow(began, end);
        await using var services = new ServiceCollection().AddSingleton(slow).BuildServiceProvider();
        var scope = new SweepScope(
            services.GetRequiredService<IServiceScopeFactory>(),
            new Resilience(TimeProvider.System, NullLogger<Resilience>.Instance),
            TimeProvider.System);
        var job = new SweepJob<Slow>(scope, NullLogger<SweepJob<Slow>>.Instance);

        var first = job.RunAsync(CancellationToken.None);
        await began.Task;
        await job.RunAsync(CancellationToken.None);
        end.SetResult();
        await first;

        Assert.Equal(1, slow.Runs);
    }

    private static ServiceProvider Services(TaskCompletionSource ran) => new ServiceCollection()
        .AddLogging()
        .AddSingleton(TimeProvider.System)
        .AddSingleton<Resilience>()
        .AddSingleton<SweepScope>()
        .AddSingleton(ran)
        .AddScoped<TryNothing>()
        .AddScoped<SweepJob<TryNothing>>()
        .BuildServiceProvider();

    private sealed class TryNothing(TaskCompletionSource ran) : ISweep
    {
        public Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
        {
            ran.TrySetResult();
            return Task.CompletedTask;
        }
    }

    private sealed class Slow(TaskCompletionSource began, TaskCompletionSource end) : ISweep
    {
        public int Runs { get; private set; }

        public Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
        {
            Runs++;
            began.TrySetResult();
            return end.Task;
        }
    }

    private sealed class Activator(IServiceProvider services) : JobActivator
    {
        public override object ActivateJob(Type jobType) => services.GetRequiredService(jobType);
    }

    /// <summary>Hangfire's own file, with no service around it.</summary>
    private sealed class JobsFolder : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("incidentbot-jobs-").FullName;

        public JobsFolder()
        {
            // The one of a host that is gone would be asked otherwise.
            GlobalConfiguration.Configuration.UseNoOpLogProvider();
            Storage = HangfireStorage.Open(
                new StorageOptions { ConnectionString = $"Data Source={Path.Combine(_folder, "incidentbot.db")}" });
        }

        public JobStorage Storage { get; }

        public RecurringJobManager Manager => new(Storage);

        public void Register(SweepTable table) => RecurringJobs.Register(table, Storage);

        public IEnumerable<string> Names()
        {
            using var connection = Storage.GetConnection();
            return [.. connection.GetRecurringJobs().Select(job => job.Id).Order()];
        }

        public void Dispose()
        {
            (Storage as IDisposable)?.Dispose();
            Directory.Delete(_folder, recursive: true);
        }
    }
}
