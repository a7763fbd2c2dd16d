using IncidentBot.Slack.Blocks;

namespace IncidentBot.Slack.WebApi;

/// <summary>The arguments of one Web API method.</summary>
public interface ISlackRequest
{
    /// <summary>The method, such as "chat.postMessage".</summary>
    string Method { get; }
}

/// <summary>The arguments of one Web API method, and the type of its answer.</summary>
/// <typeparam name="TResponse">The response to a successful call.</typeparam>
public interface ISlackRequest<TResponse> : ISlackRequest
    where TResponse : class;

/// <summary>A request that carries blocks or a view, which are checked before it is sent.</summary>
public interface IBlockCarrier
{
    /// <summary>Finds everything that Slack would refuse.</summary>
    /// <returns>All violations; empty when it may be sent.</returns>
    IReadOnlyList<BlockViolation> Violations();
}
