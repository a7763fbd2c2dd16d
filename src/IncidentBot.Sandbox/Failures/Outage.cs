using IncidentBot.Sandbox.State;

namespace IncidentBot.Sandbox.Failures;

/// <summary>
/// Slack is down: calls are refused, nothing is delivered, and buttons fail at once. Events wait and arrive afterwards.
/// </summary>
internal sealed class Outage(Workspace workspace) : IDisposable
{
    private readonly Lock gate = new();
    private ITimer? end;
    private CallFailure? answer;

    /// <summary>The response to every call during the outage; null when Slack is up.</summary>
    public CallFailure? Answer
    {
        get
        {
            lock (gate)
            {
                return answer;
            }
        }
    }

    public bool IsOn => Answer is not null;

    /// <summary>Begins an outage that lasts <paramref name="lasts"/> on the workspace's clock, or until <see cref="End"/>.</summary>
    public void Begin(TimeSpan? lasts, CallFailureKind kind)
    {
        lock (gate)
        {
            end?.Dispose();
            answer = new CallFailure(kind);
            end = lasts is { } length ? workspace.Clock.CreateTimer(_ => End(), null, length, Timeout.InfiniteTimeSpan) : null;
        }

        workspace.EventDelivery.Hold();
        workspace.Touch();
    }

    public void End()
    {
        lock (gate)
        {
            end?.Dispose();
            end = null;
            answer = null;
        }

        workspace.EventDelivery.Release();
        workspace.Touch();
    }

    public void Dispose() => end?.Dispose();
}
