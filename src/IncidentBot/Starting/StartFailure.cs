using System.Data.Common;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using IncidentBot.Storage;
using Microsoft.AspNetCore.Connections;
using Npgsql;

namespace IncidentBot.Starting;

/// <summary>Turns the failure of a start into sentences for the operator.</summary>
internal static partial class StartFailure
{
    private const string Variable = "Set ASPNETCORE_URLS to a free address of this machine, for example http://127.0.0.1:8081.";

    public static IReadOnlyList<string> Sentences(Exception failure, string listen = Variable) => failure switch
    {
        StartRefusedException refused => refused.Sentences,
        AggregateException many => [.. many.InnerExceptions.SelectMany(inner => Sentences(inner, listen))],
        _ =>
            [Causes(failure).Select(cause => Known(cause, listen)).FirstOrDefault(sentence => sentence is not null) ?? Unexpected(failure)],
    };

    /// <summary>Runs a program that starts the service, and says on standard error why it failed; the exit code.</summary>
    /// <param name="program">Starts the service and waits for its end.</param>
    /// <param name="details">Whether the stack trace follows.</param>
    /// <param name="listen">How to listen on another address, where that is what failed.</param>
    public static async Task<int> RunAsync(Func<Task> program, Func<bool>? details = null, string listen = Variable)
    {
        try
        {
            await program();
            return 0;
        }
        catch (OperationCanceledException)
        {
            // The service was stopped while it was starting.
            return 0;
        }
        catch (Exception failure)
        {
            Print(failure, details?.Invoke() ?? false, listen);
            return 1;
        }
    }

    /// <summary>
    /// Starts the service. When that fails, background work that is already running is stopped before its services are disposed
    /// of.
    /// </summary>
    public static async Task StartAsync(WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch
        {
            app.Lifetime.StopApplication();
            await StopAsync(app);
            throw;
        }
    }

    private static async Task StopAsync(WebApplication app)
    {
        try
        {
            await app.StopAsync(CancellationToken.None);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // A host without background work has nothing to stop and fails to do so; what counts is why the start failed.
        }
    }

    private static void Print(Exception failure, bool details, string listen)
    {
        foreach (var sentence in Sentences(failure, listen))
        {
            Console.Error.WriteLine(sentence);
        }

        if (details)
        {
            Console.Error.WriteLine(failure);
        }
    }

    private static IEnumerable<Exception> Causes(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }

    private static string? Known(Exception cause, string listen) => cause switch
    {
        StartRefusedException refused => refused.Message,
        IOException { InnerException: AddressInUseException } =>
            $"Another process is using the address {AddressIn(cause.Message)}. {listen}",
        PostgresException refused => Database($"PostgreSQL refused the connection: {refused.MessageText}", StorageOptions.PostgresExample),
        NpgsqlException silent => Database($"PostgreSQL can't be reached: {FirstLine(silent)}", StorageOptions.PostgresExample),
        DbException broken => Database($"The database can't be used: {FirstLine(broken)}", StorageOptions.SqliteExample),
        SocketException socket => $"The service can't listen on its address: {FirstLine(socket)}. {listen}",
        InvalidDataException unreadable when unreadable.Message.Contains("configuration", StringComparison.Ordinal) =>
            $"{FirstLine(unreadable)}: it is not valid JSON ({FirstLine(unreadable.GetBaseException())}). Correct it, or set "
                + $"environment variables instead, for example Slack__BotToken=xoxb-….",
        _ => null,
    };

    private static string Unexpected(Exception failure) =>
        $"IncidentBot can't start: {FirstLine(failure)}. Set Logging__LogLevel__Default=Debug to see where it fails.";

    private static string Database(string what, string example) =>
        $"{what.TrimEnd('.')}. Check Storage__ConnectionString, for example {example}.";

    private static string AddressIn(string message) => Address().Match(message) is { Success: true } match ? match.Value : "it listens on";

    private static string FirstLine(Exception failure) => failure.Message.Split('\n')[0].Trim().TrimEnd('.');

    [GeneratedRegex(@"https?://\S+(?=:\s)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
