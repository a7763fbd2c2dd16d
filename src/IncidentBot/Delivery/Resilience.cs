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
/// the connection was refused                two more times: it never arrived            the row waits, or the person is told
/// 429, a second or less, someone waits      once more, when Slack says                  the person is told
/// 429 otherwise                             never                                       the row and all of its kind wait
/// timeout, lost answer, 5xx, not JSON       never: it may have had its effect           the row looks first, then repeats
/// another change was saved first            decided again, eleven times                 an error
/// Slack as a whole does not answer          one call in ten seconds asks for all        rows wait, and it counts for none
/// the database is not there at the start    asked four times a second, half a minute    the start fails and says so
/// </code>
/// What is looked up before it is repeated: a message by its metadata or words (<see cref="EarlierAttempts"/>); a channel, a bookmark,
/// a file, a canvas, a topic by asking Slack for it, each in its sender. Repeating does no harm to updates, pins, reactions and home tabs.
/// </summary>
internal sealed partial class Resilience
{
    // A trigger expires after three seconds, and so does a command: there is time for one short wait.
    private static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenConnections = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromSeconds(10);

    // As long as a host may take to stop and a database to start; a replaced process has released the lock by then.
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);
    private const int Looks = 120;

    // After each attempt one of them succeeds, so this many people can press at the same moment.
    private const int Meetings = 11;

    /// <summary>These have no row behind them: without a retry, they are lost.</summary>
    private static readonly FrozenSet<string> SomeoneWaits = FrozenSet.ToFrozenSet(
        [
            "views.open", "views.push", "views.update", "response_url", "chat.postEphemeral",
            "users.info", "usergroups.list", "usergroups.users.list", "conversations.info",
        ],
        StringComparer.Ordinal);

    private readonly ResiliencePipeline<HttpResponseMessage> _rowCall;
    private readonly ResiliencePipeline<HttpResponseMessage> _personCall;

    public Resilience(TimeProvider time, ILogger<Resilience> logger)
    {
        _rowCall = Named<HttpResponseMessage>("slack", time).AddRetry(Refused()).Build();
        _personCall = Named<HttpResponseMessage>("slack, someone waits", time).AddRetry(TooManyForNow()).AddRetry(Refused()).Build();
        Conflicts = new ResiliencePipelineBuilder { Name = "conflicts", TimeProvider = time }.AddRetry(AnotherChange()).Build();
        StorageStart = new ResiliencePipelineBuilder { Name = "storage start", TimeProvider = time }.AddRetry(NotThereYet(logger)).Build();
        SlackPulse = Named<SendAttempt>("slack pulse", time).AddCircuitBreaker(Outage()).Build();
    }

    /// <summary>Loads and decides again when another change was saved first; the caller takes a fresh scope each time.</summary>
    public ResiliencePipeline Conflicts { get; }

    /// <summary>Waits for a database that is starting, or for a process that is just releasing it.</summary>
    public ResiliencePipeline StorageStart { get; }

    /// <summary>Open while Slack as a whole does not answer.</summary>
    public ResiliencePipeline<SendAttempt> SlackPulse { get; }

    /// <summary>Whether the one test call is under way.</summary>
    public CircuitBreakerStateProvider SlackState { get; } = new();

    /// <summary>For one call of Slack.</summary>
    public ResiliencePipeline<HttpResponseMessage> Calling(string method) => SomeoneWaits.Contains(method) ? _personCall : _rowCall;

    private static ResiliencePipelineBuilder<T> Named<T>(string name, TimeProvider time) => new() { Name = name, TimeProvider = time };

    private static RetryStrategyOptions<HttpResponseMessage> Refused() => new()
    {
        ShouldHandle = new PredicateBuilder<HttpResponseMessage>().Handle<HttpRequestException>(SlackHttp.NeverArrived),
        MaxRetryAttempts = 2,
        Delay = BetweenConnections,
        BackoffType = DelayBackoffType.Exponential,
    };

    private static RetryStrategyOptions<HttpResponseMessage> TooManyForNow() => new()
    {
        ShouldHandle = new PredicateBuilder<HttpResponseMessage>().HandleResult(response => RetryAfter(response) <= ShortWait),
        MaxRetryAttempts = 1,
        DelayGenerator = arguments => new(arguments.Outcome.Result is { } response ? RetryAfter(response) : null),
    };

    private static RetryStrategyOptions AnotherChange() => new()
    {
        ShouldHandle = new PredicateBuilder().Handle<DbUpdateException>(Conflict.Is),
        MaxRetryAttempts = Meetings,
        Delay = TimeSpan.Zero,
    };

    private static RetryStrategyOptions NotThereYet(ILogger logger) => new()
    {
        ShouldHandle = new PredicateBuilder().Handle<Exception>(IsNotThereYet),
        MaxRetryAttempts = Looks,
        Delay = BetweenLooks,
        OnRetry = arguments =>
        {
            if (arguments.AttemptNumber == 0)
            {
                Log.WaitsForStorage(logger, arguments.Outcome.Exception?.Message);
            }

            return default;
        },
    };

    /// <summary>EF wraps transient failures in an exception of its own.</summary>
    private static bool IsNotThereYet(Exception exception) => exception
        is DatabaseInUseException
        or NpgsqlException { IsTransient: true }
        or InvalidOperationException { InnerException: NpgsqlException { IsTransient: true } };

    /// <summary>Two failures in half a minute are enough, because each was confirmed by a separate test call.</summary>
    private CircuitBreakerStrategyOptions<SendAttempt> Outage() => new()
    {
        ShouldHandle = new PredicateBuilder<SendAttempt>().HandleResult(attempt => attempt.IsSlackDown),
        FailureRatio = 0,
        MinimumThroughput = 2,
        BreakDuration = BetweenQuestions,
        StateProvider = SlackState,
    };

    private static TimeSpan? RetryAfter(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.TooManyRequests ? response.Headers.RetryAfter?.Delta : null;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The database can't be reached yet; trying again: {Reason}")]
        public static partial void WaitsForStorage(ILogger logger, string? reason);
    }
}
