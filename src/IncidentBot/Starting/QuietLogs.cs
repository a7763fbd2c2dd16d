using Microsoft.Extensions.Configuration.Memory;

namespace IncidentBot.Starting;

/// <summary>
/// What the log leaves out by default: messages of the framework, the database and the job engine about
/// themselves. Other settings override the defaults, so
/// <c>Logging__LogLevel__Microsoft.EntityFrameworkCore=Information</c> shows the SQL.
/// </summary>
internal static class QuietLogs
{
    private const string HostCategory = "Microsoft.Extensions.Hosting.Internal.Host";

    private static readonly Dictionary<string, string?> Defaults = new()
    {
        ["Logging:LogLevel:Microsoft"] = nameof(LogLevel.Warning),
        ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = nameof(LogLevel.Information),
        ["Logging:LogLevel:System.Net.Http"] = nameof(LogLevel.Warning),
        ["Logging:LogLevel:Npgsql"] = nameof(LogLevel.Warning),
        ["Logging:LogLevel:Hangfire"] = nameof(LogLevel.Warning),
        ["Logging:Console:FormatterName"] = "simple",
        ["Logging:Console:FormatterOptions:SingleLine"] = "true",
        ["Logging:Console:FormatterOptions:UseUtcTimestamp"] = "true",
        ["Logging:Console:FormatterOptions:TimestampFormat"] = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ",
    };

    public static void AddTo(IConfigurationManager configuration) =>
        configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Defaults });

    /// <summary>
    /// During the start, the host would log a failure with its whole stack trace; the program reports the same in a
    /// sentence. Afterwards, the host's messages are about failed background work and are logged.
    /// </summary>
    public static void LeaveStartFailuresToTheStarter(ILoggingBuilder logging, StartPhase phase) =>
        logging.AddFilter(HostCategory, level => level >= (phase.IsOver ? LogLevel.Warning : LogLevel.Critical));
}

/// <summary>Whether the service is up.</summary>
internal sealed class StartPhase
{
    public bool IsOver { get; private set; }

    public void End() => IsOver = true;
}
