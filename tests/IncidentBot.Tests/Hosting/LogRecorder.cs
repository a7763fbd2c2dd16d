using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Tests.Hosting;

/// <summary>Records the log, so that a test can assert that there are no warnings, or count the lines at Information.</summary>
internal sealed class LogRecorder : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = new();

    private readonly ConcurrentQueue<string> _information = new();

    /// <summary>The lines at Warning or above.</summary>
    public IReadOnlyList<string> Lines => [.. _lines];

    /// <summary>The lines at Information that pass the service's filters.</summary>
    public IReadOnlyList<string> Information => [.. _information];

    public ILogger CreateLogger(string categoryName) => new Recorder(this, categoryName);

    public void Clear()
    {
        _lines.Clear();
        _information.Clear();
    }

    public void Dispose()
    {
    }

    private sealed class Recorder(LogRecorder owner, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                var lines = logLevel is LogLevel.Information ? owner._information : owner._lines;
                lines.Enqueue($"{logLevel} {category}: {formatter(state, exception)} {exception}");
            }
        }
    }
}
