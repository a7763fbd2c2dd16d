using System.Collections.Frozen;
using System.Net;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace IncidentBot.Delivery;

/// <summary>
/// All immediate retries, in one place; a wait that must outlive the process is a row's <c>NotBefore</c>.
/// <code>
/// what happened                             at once                                     else
/// the connection was refused                two more times: it never arrived            the row waits, or the person gets an error
/// 429, a second or less, someone waits      once more, when Slack says                  the person gets an error
/// 429 otherwise                             never                                       the row and all of its kind wait
/// timeout, lost answer, 5xx, not JSON       never: it may have had its effect           the row asks Slack first, then repeats
/// another change was saved first            loaded and decided again, eleven times      an error
/// Slack as a whole does not answer          one test call every ten seconds             rows wait; none counts an attempt
/// the database is not there at the start    four attempts a second, half a minute       the start fails with the reason
/// </code>
/// What is looked up before it is repeated: a message by its metadata or words (<see cref="EarlierAttempts"/>); a channel, a bookmark,
/// a file, a canvas, a topic by asking Slack for it, each in its sender. Repeating does no harm to updates, pins, reactions and home tabs.
/// </summary>
internal sealed partial class Resilience
{
    // A trigger expires after three seconds, and so does a command: there is time for one short wait.
    private static readonly TimeSpan LongestInteractiveWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ConnectionRetryDelay = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan OutageTestInterval = TimeSpan.FromSeconds(10);

    // As long as a host may take to stop and a database to start; a replaced process has released the lock by then.
    private static readonly TimeSpan StorageRetryDelay = TimeSpan.FromMilliseconds(250);
    private const int MaxStorageRetries = 120;

    // After each attempt one of them succeeds, so this many people can press at the same moment.
    private const int MaxConflictRetries = 11;

    /// <summary>These have no row behind them: without a retry, they are lost.</summary>
    private static readonly FrozenSet<string> InteractiveMethods = FrozenSet.ToFrozenSet(
        [
            "views.open", "views.push", "views.update", "response_url", "chat.postEphemeral",
            "users.info", "usergroups.list", "usergroups.users.list", "conversations.info",
        ],
        StringComparer.Ordinal);

    private readonly ResiliencePipeline<HttpResponseMessage> _outboxCalls;
    private readonly ResiliencePipeline<HttpResponseMessage> _interactiveCalls;

    public Resilience(TimeProvider time, ILogger<Resilience> logger)
    {
        _outboxCalls = Named<HttpResponseMessage>("slack", time).AddRetry(RetryRefusedConnections()).Build();
        _interactiveCalls = Named<HttpResponseMessage>("slack, interactive", time)
            .AddRetry(RetryShortRateLimits()).AddRetry(RetryRefusedConnections()).Build();
        Conflicts = new ResiliencePipelineBuilder { Name = "conflicts", TimeProvider = time }.AddRetry(RetryConflicts()).Build();
        StorageConnection = new ResiliencePipelineBuilder { Name = "storage connection", TimeProvider = time }
            .AddRetry(RetryUnreachableStorage(logger)).Build();
        SlackBreaker = Named<SendAttempt>("slack breaker", time).AddCircuitBreaker(OpenDuringOutage()).Build();
    }

    /// <summary>Loads and decides again when another change was saved first; the caller takes a fresh scope each time.</summary>
    public ResiliencePipeline Conflicts { get; }

    /// <summary>Waits for a database that is starting, or for a process that is just releasing it.</summary>
    public ResiliencePipeline StorageConnection { get; }

    /// <summary>Open while Slack as a whole does not answer.</summary>
    public ResiliencePipeline<SendAttempt> SlackBreaker { get; }

    /// <summary>Whether the one test call is under way.</summary>
    public CircuitBreakerStateProvider SlackBreakerState { get; } = new();

    /// <summary>For one call of Slack.</summary>
    public ResiliencePipeline<HttpResponseMessage> PipelineFor(string method) =>
        InteractiveMethods.Contains(method) ? _interactiveCalls : _outboxCalls;

    private static ResiliencePipelineBuilder<T> Named<T>(string name, TimeProvider time) => new() { Name = name, TimeProvider = time };

    private static RetryStrategyOptions<HttpResponseMessage> RetryRefusedConnections() => new()
    {
        ShouldHandle = new PredicateBuilder<HttpResponseMessage>().Handle<HttpRequestException>(SlackHttp.NeverArrived),
        MaxRetryAttempts = 2,
        Delay = ConnectionRetryDelay,
        BackoffType = DelayBackoffType.Exponential,
    };

    private static RetryStrategyOptions<HttpResponseMessage> RetryShortRateLimits() => new()
    {
        ShouldHandle = new PredicateBuilder<HttpResponseMessage>().HandleResult(response => RetryAfter(response) <= LongestInteractiveWait),
        MaxRetryAttempts = 1,
        DelayGenerator = arguments => new(arguments.Outcome.Result is { } response ? RetryAfter(response) : null),
    };

    private static RetryStrategyOptions RetryConflicts() => new()
    {
        ShouldHandle = new PredicateBuilder().Handle<DbUpdateException>(Conflict.Is),
        MaxRetryAttempts = MaxConflictRetries,
        Delay = TimeSpan.Zero,
    };

    private static RetryStrategyOptions RetryUnreachableStorage(ILogger logger) => new()
    {
        ShouldHandle = new PredicateBuilder().Handle<Exception>(IsStorageUnreachable),
        MaxRetryAttempts = MaxStorageRetries,
        Delay = StorageRetryDelay,
        OnRetry = arguments =>
        {
            if (arguments.AttemptNumber == 0)
            {
                Log.WaitingForStorage(logger, arguments.Outcome.Exception?.Message);
            }

            return default;
        },
    };

    /// <summary>EF wraps transient failures in an exception of its own.</summary>
    private static bool IsStorageUnreachable(Exception exception) => exception
        is DatabaseInUseException
        or NpgsqlException { IsTransient: true }
        or InvalidOperationException { InnerException: NpgsqlException { IsTransient: true } };

    /// <summary>Two failures in half a minute are enough, because each was confirmed by a separate test call.</summary>
    private CircuitBreakerStrategyOptions<SendAttempt> OpenDuringOutage() => new()
    {
        ShouldHandle = new PredicateBuilder<SendAttempt>().HandleResult(attempt => attempt.IsSlackDown),
        FailureRatio = 0,
        MinimumThroughput = 2,
        BreakDuration = OutageTestInterval,
        StateProvider = SlackBreakerState,
    };

    private static TimeSpan? RetryAfter(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.TooManyRequests ? response.Headers.RetryAfter?.Delta : null;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The database can't be reached yet; trying again: {Reason}")]
        public static partial void WaitingForStorage(ILogger logger, string? reason);
    }
}
