using IncidentBot.Sandbox.State;

namespace IncidentBot.Sandbox.Troubles;

/// <summary>
/// Slack is down: calls are refused, nothing is delivered, what people press fails at once. Events wait and come afterwards.
/// </summary>
internal sealed class Outage(Workspace workspace) : IDisposable
{
    private readonly Lock gate = new();
    private ITimer? end;
    private Fault? answer;

    /// <summary>How every call is answered meanwhile; null when Slack is up.</summary>
    public Fault? Answer
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

    /// <summary>Until the workspace's clock has gone on by <paramref name="lasts"/>, or until <see cref="End"/>.</summary>
    public void Begin(TimeSpan? lasts, FaultKind kind)
    {
        lock (gate)
        {
            end?.Dispose();
            answer = new Fault(kind);
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
