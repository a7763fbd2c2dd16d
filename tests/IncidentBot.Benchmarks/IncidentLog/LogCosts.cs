using System.Globalization;
using IncidentBot.Benchmarks.Hosting;
using IncidentBot.Benchmarks.Years;
using IncidentBot.Domain.IncidentLog;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Severities;
using IncidentBot.Features.IncidentLog;
using IncidentBot.PostMortems.Search;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Benchmarks.IncidentLog;

/// <summary>
/// How long people wait for the log, a search, similar incidents and the first rows of an export, over a short and over a long history,
/// on both engines. The databases are filled once and kept, because filling the long one takes minutes.
/// </summary>
internal static class LogCosts
{
    /// <summary>The log of 100,000 incidents answers within this time.</summary>
    private const double Goal = 200;

    private static readonly string[] Rare = ["dormont customers", "kamarlab", "galvan checkout", "norphi retries", "helcor prices"];
    private static readonly string[] Frequent = ["service alert pool", "time limit error", "release test data", "checkout time", "queue"];
    private static readonly string[] Typos = ["conection pol", "certficate expried", "retrys storm", "migraton locks", "faliover replica"];

    private static readonly string[] Titles =
        ["Checkout times out, connection pool is full", "Certificate expired on the gateway", "Disk full on worker, Search stops writing"];

    private static readonly (string Name, LogFilter Filter)[] Filters =
    [
        ("log, first page", LogFilter.None),
        ("log, service and severity", new LogFilter { Service = "checkout", Severity = Severity.Sev1 }),
        ("log, rare service", new LogFilter { Service = "Mailbox" }),
        ("log, type and period", new LogFilter { Type = IncidentType.External, From = new(2024, 3, 1), Until = new(2024, 4, 30) }),
        ("log, cause class", new LogFilter { Cause = Mishap.All[0].Name }),
        ("log, rare cause class", new LogFilter { Cause = $"{Mishap.All[^1].Name}, kind 5" }),
        ("log, mine", new LogFilter { Mine = true }),
        ("log, open actions", new LogFilter { OpenActions = true, Service = "Payments" }),
        ("log, nothing fits", new LogFilter { Service = "Mailbox", Severity = Severity.Sev1, Type = IncidentType.Other, Mine = true }),
    ];

    public static async Task<int> PrintAsync(string engine, string few, string many, TextWriter output)
    {
        var provider = Enum.Parse<StorageProvider>(engine, ignoreCase: true);
        var small = await MeasureAsync(provider, few, 1_000, output);
        var large = await MeasureAsync(provider, many, 100_000, output);
        await output.WriteLineAsync($"{provider,-28}{"1,000",20}{"100,000",22}{"ratio",10}");
        await output.WriteLineAsync($"{"",-28}{"p50",10}{"p95",10}{"p50",12}{"p95",10}{"p50",10}  (ms)");
        foreach (var (name, before) in small)
        {
            var after = large[name];
            var (ratio, missed) = (after.P50 / before.P50, after.P95 > Goal || after.P50 > 2 * Math.Max(before.P50, 5));
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-28}{before.P50,10:0.0}{before.P95,10:0.0}{after.P50,12:0.0}{after.P95,10:0.0}{ratio,10:0.0}")
                + (missed ? "  <--" : ""));
        }

        return 0;
    }

    private static async Task<IReadOnlyDictionary<string, Cost>> MeasureAsync(
        StorageProvider provider, string where, int incidents, TextWriter output)
    {
        await using var app = await StoredYears.OpenAsync(provider, where, incidents, output);
        var costs = new Dictionary<string, Cost>(StringComparer.Ordinal);
        foreach (var (name, filter) in Filters)
        {
            costs[name] = await Cost.OfAsync(app, (services, _) => ShowAsync(services, new LogPage(filter)));
        }

        costs["log, page 50"] = await Cost.OfAsync(app, await PageAsync(app, 50));
        costs["search, rare words"] = await SearchAsync(app, Rare);
        costs["search, frequent words"] = await SearchAsync(app, Frequent);
        costs["search, typing errors"] = await SearchAsync(app, Typos);
        costs["similar"] = await Cost.OfAsync(app, (services, run) => services.GetRequiredService<IncidentSearch>().SimilarAsync(
            YearsOfIncidents.Reader, Titles[run % Titles.Length], "Checkout", null, CancellationToken.None));
        costs["export, first rows"] = await Cost.OfAsync(app, async (services, _) =>
        {
            await foreach (var row in services.GetRequiredService<ExportRows>().OfAsync(
                YearsOfIncidents.Reader, LogFilter.None, CancellationToken.None))
            {
                break;
            }
        });
        return costs;
    }

    private static Task<Cost> SearchAsync(WebApplication app, string[] words) => Cost.OfAsync(
        app, (services, run) => services.GetRequiredService<SearchPages>().RenderAsync(
            YearsOfIncidents.Reader, words[run % words.Length], 0, CancellationToken.None));

    /// <summary>Turns pages, as a person does, and then measures the last turn.</summary>
    private static async Task<Func<IServiceProvider, int, Task>> PageAsync(WebApplication app, int page)
    {
        var last = new LogPage(LogFilter.None);
        await app.InScopeAsync(async services =>
        {
            for (var turn = 1; turn < page; turn++)
            {
                var (_, blocks) = await ShowAsync(services, last);
                var buttons = blocks.OfType<ActionsBlock>().Single().Elements.OfType<Button>();
                last = LogPage.Read(buttons.Single(each => each.ActionId == LogActions.Older).Value);
            }
        });
        return (services, _) => ShowAsync(services, last);
    }

    private static Task<(Mrkdwn Heading, IReadOnlyList<Block> Blocks)> ShowAsync(IServiceProvider services, LogPage page) =>
        services.GetRequiredService<LogPages>().RenderAsync(YearsOfIncidents.Reader, page, Mrkdwn.Empty, CancellationToken.None);
}
