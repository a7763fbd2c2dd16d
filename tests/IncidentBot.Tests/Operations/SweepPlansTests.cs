using System.Data.Common;
using System.Text.RegularExpressions;
using IncidentBot.Cards;
using IncidentBot.Features.Archiving;
using IncidentBot.Jobs;
using IncidentBot.Operations;
using IncidentBot.Storage;
using IncidentBot.Tests.Hosting;
using IncidentBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Tests.Operations;

/// <summary>
/// Sweeps run every few seconds for years, so none of their queries may read a table in which finished work piles up from one end to the
/// other. SQLite decides by the schema alone how it reads, so a small database shows what happens in a large one.
/// </summary>
public sealed partial class SweepPlansTests
{
    /// <summary>
    /// These grow with the company or are emptied after a month. Whom the facilitators' pool asked is read only while someone is sought.
    /// </summary>
    private static readonly HashSet<string> Bounded =
        ["people", "cause_classes", "facilitator_pool", "facilitator_asks", "own_workspace", "slack_limits", "moved_channels",
            "service_subscriptions"];

    /// <summary>These run once an hour and every five minutes, and nobody waits for them.</summary>
    private static readonly HashSet<Type> Unhurried = [typeof(ForgetFinishedWork), typeof(OfferArchiving)];

    /// <summary>This index has the private incidents alone, whose members are read for good.</summary>
    private const string PrivateOnly = " IX_incidents_is_private";

    private const string Resolved = "\"status\" = 3";

    [Fact]
    public async Task No_sweep_and_no_home_tab_reads_a_table_of_finished_work_from_end_to_end()
    {
        await using var app = await BotApp.StartAsync(
            await TestDatabase.MigratedAsync(StorageProvider.Sqlite), nodes: 1);
        var story = new IncidentStory(app);
        var plans = new HashSet<string>(StringComparer.Ordinal);

        await story.RunUntilWrittenUpAsync();
        await CollectAsync(app, plans);
        await story.RunToEndAsync();
        app.Time.Advance(TimeSpan.FromDays(80));
        await CollectAsync(app, plans);

        Assert.True(plans.Count == 0, string.Join('\n', plans.Order(StringComparer.Ordinal)));
    }

    private static async Task CollectAsync(BotApp app, HashSet<string> plans)
    {
        foreach (var sweep in app.Services.GetRequiredService<SweepTable>().Rows.Select(row => row.Sweep).Except(Unhurried))
        {
            await WatchAsync(app, sweep.Name, plans, services => ((ISweep)services.GetRequiredService(sweep)).RunAsync(app.Now, default));
        }

        await WatchAsync(
            app, "home tab", plans, services => services.GetRequiredService<HomeTab>().RenderAsync(app.IdOf("ben"), default));
    }

    private static async Task WatchAsync(BotApp app, string name, HashSet<string> plans, Func<IServiceProvider, Task> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IncidentDb>();
        var queries = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        using (new CommandWatch(db, command => queries[command.CommandText] =
            [.. command.Parameters.Cast<DbParameter>().Select(parameter => parameter.ParameterName)]))
        {
            await work(scope.ServiceProvider);
        }

        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        foreach (var (text, parameters) in queries.Where(query => Reads(query.Key)))
        {
            plans.UnionWith((await ScansAsync(db, text, parameters)).Select(scan => $"{name}: {scan}: {text}"));
        }
    }

    /// <summary>"WHERE 0" is how a search in an empty list is written; it reads nothing.</summary>
    private static bool Reads(string text) =>
        text.Contains("SELECT", StringComparison.Ordinal) && !text.Contains("WHERE 0", StringComparison.Ordinal);

    private static async Task<IReadOnlyList<string>> ScansAsync(IncidentDb db, string text, List<string> parameters)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {text}";
        foreach (var name in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, DBNull.Value);
            command.Parameters.Add(parameter);
        }

        var tables = Alias().Matches(text).ToLookup(match => match.Groups["alias"].Value, match => match.Groups["table"].Value);
        var scans = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            var step = Scan().Match(reader.GetString(3));
            var isScan = step.Success
                && (step.Value.StartsWith("SCAN", StringComparison.Ordinal) || text.Contains(Resolved, StringComparison.Ordinal));
            if (isScan && !step.Value.EndsWith(PrivateOnly, StringComparison.Ordinal)
                && tables[step.Groups["alias"].Value].Any(table => !Bounded.Contains(table)))
            {
                scans.Add(step.Value);
            }
        }

        return scans;
    }

    [GeneratedRegex("\"(?<table>\\w+)\" AS \"(?<alias>\\w+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Alias();

    /// <summary>Beginning with all incidents that were ever resolved is no better than a scan.</summary>
    [GeneratedRegex(
        "^(SCAN (?<alias>\\w+)|SEARCH (?<alias>\\w+) USING (COVERING )?INDEX IX_incidents_status).*",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Scan();
}
