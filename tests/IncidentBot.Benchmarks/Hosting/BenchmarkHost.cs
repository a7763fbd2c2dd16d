using IncidentBot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Benchmarks.Hosting;

/// <summary>The service as it is, never started: nothing is sent, and no one answers. Its clock stands still.</summary>
internal static class BenchmarkHost
{
    /// <summary>A Tuesday morning in Europe, when reminders may go out.</summary>
    public static readonly DateTimeOffset Now = new(2026, 3, 3, 9, 0, 0, TimeSpan.Zero);

    public static WebApplication Build(StorageProvider provider, string connectionString)
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { ApplicationName = typeof(IncidentBotHost).Assembly.GetName().Name });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Slack:BotToken"] = "xoxb-1-benchmark",
            ["Slack:SigningSecret"] = new string('0', 32),
            ["Storage:Provider"] = provider.ToString(),
            ["Storage:ConnectionString"] = connectionString,
        });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(new FixedTime());
        return IncidentBotHost.Build(builder);
    }

    public static async Task InScopeAsync(this WebApplication app, Func<IServiceProvider, Task> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await work(scope.ServiceProvider);
    }

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
