using Hangfire;
using Hangfire.Common;
using Hangfire.Storage;

namespace IncidentBot.Jobs;

/// <summary>Registers the recurring sweeps with Hangfire at the start; jobs that are no longer in the table are removed.</summary>
internal static class RecurringJobs
{
    public static void Register(SweepTable table, JobStorage storage)
    {
        var jobs = new RecurringJobManager(storage);
        var wanted = table.Rows.Where(row => !row.InProcess).ToDictionary(row => row.Sweep.Name);
        foreach (var (name, row) in wanted)
        {
            jobs.AddOrUpdate(name, JobOf(row.Sweep), Cron(row.Interval), new RecurringJobOptions
            {
                // The next occurrence catches up on missed ones.
                MisfireHandling = MisfireHandlingMode.Ignorable,
            });
        }

        using var connection = storage.GetConnection();
        foreach (var gone in connection.GetRecurringJobs().Where(job => !wanted.ContainsKey(job.Id)))
        {
            jobs.RemoveIfExists(gone.Id);
        }
    }

    /// <summary>The interval as a cron expression; it has to divide a minute, an hour or a day.</summary>
    public static string Cron(TimeSpan interval) => (interval.Hours, interval.Minutes, interval.Seconds) switch
    {
        (0, 0, var seconds and > 0) when 60 % seconds == 0 => $"*/{seconds} * * * * *",
        (0, var minutes and > 0, 0) when 60 % minutes == 0 => $"*/{minutes} * * * *",
        (var hours and > 0, 0, 0) when 24 % hours == 0 => $"0 */{hours} * * *",
        _ => throw new ArgumentOutOfRangeException(nameof(interval), interval, "An interval must divide a minute, an hour or a day."),
    };

    private static Job JobOf(Type sweep)
    {
        var type = typeof(SweepJob<>).MakeGenericType(sweep);
        return new Job(type, type.GetMethod(nameof(SweepJob<ISweep>.RunAsync))!, CancellationToken.None);
    }
}
