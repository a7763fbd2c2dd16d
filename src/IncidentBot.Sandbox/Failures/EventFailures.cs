using IncidentBot.Sandbox.Delivery;
using IncidentBot.Sandbox.State;

namespace IncidentBot.Sandbox.Failures;

/// <summary>Drops, doubles, delays or reorders events before they enter the delivery queue.</summary>
internal sealed class EventFailures : IDisposable
{
    /// <summary>How long an event waits for the next one to overtake it.</summary>
    public static readonly TimeSpan SwapTimeout = TimeSpan.FromSeconds(5);

    private readonly Workspace workspace;
    private readonly DelayQueue late;
    private readonly Lock gate = new();
    private TimeSpan delay;
    private TimeSpan scatter;
    private Random? random;
    private BotRequest? overtaken;

    public EventFailures(Workspace workspace)
    {
        this.workspace = workspace;
        late = new DelayQueue(workspace.Clock, workspace.EventDelivery.Enqueue);
        Drops = new FailureSwitch(workspace.Touch);
        Duplicates = new FailureSwitch(workspace.Touch);
        Swaps = new FailureSwitch(workspace.Touch);
        Overlaps = new FailureSwitch(workspace.Touch);
    }

    /// <summary>Events that never arrive.</summary>
    public FailureSwitch Drops { get; }

    /// <summary>Events that arrive once more, with the headers of a retry, although they were acknowledged.</summary>
    public FailureSwitch Duplicates { get; }

    /// <summary>Pairs of events of which the second arrives first.</summary>
    public FailureSwitch Swaps { get; }

    /// <summary>Events whose retry is sent while the first delivery is still being answered.</summary>
    public FailureSwitch Overlaps { get; }

    /// <summary>When the next delayed event is due; null if none is waiting.</summary>
    public DateTimeOffset? NextDue => late.NextDue;

    public IEnumerable<Failure> Active
    {
        get
        {
            foreach (var (toggle, id, what) in (IEnumerable<(FailureSwitch, string, string)>)[
                (Drops, "events-dropped", "Events get lost"),
                (Duplicates, "events-doubled", "Events arrive twice"),
                (Swaps, "events-swapped", "Pairs of events are swapped"),
                (Overlaps, "events-overlap", "Retries arrive while the first delivery is still running")])
            {
                if (toggle.IsOn)
                {
                    yield return new Failure(id, $"{what} ({toggle.Length})", toggle.Stop);
                }
            }

            if (delay > TimeSpan.Zero)
            {
                yield return new Failure("events-late", $"Events arrive {delay.TotalSeconds:0} seconds late", () => DelayBy(TimeSpan.Zero));
            }

            if (random is not null)
            {
                yield return new Failure(
                    "events-shuffled", $"Events arrive in random order within {scatter.TotalSeconds:0} seconds", InOrder);
            }
        }
    }

    /// <summary>Delays every event by this much on the workspace's clock; zero delivers the waiting events and ends the delay.</summary>
    public void DelayBy(TimeSpan given)
    {
        lock (gate)
        {
            delay = given;
        }

        if (given == TimeSpan.Zero)
        {
            late.ReleaseAll();
        }

        workspace.Touch();
    }

    /// <summary>Delays each event by a random time up to <paramref name="within"/>; the same seed gives the same order.</summary>
    public void Shuffle(TimeSpan within, int seed)
    {
        lock (gate)
        {
            scatter = within;
            random = new Random(seed);
        }

        workspace.Touch();
    }

    public void InOrder()
    {
        lock (gate)
        {
            random = null;
        }

        late.ReleaseAll();
        workspace.Touch();
    }

    /// <summary>Sends one event on its way, with the failures that are on.</summary>
    public void Pass(BotRequest request)
    {
        if (Drops.Take())
        {
            return;
        }

        var first = request with { Overlaps = Overlaps.Take() };
        if (Swap(first) is not { } inOrder)
        {
            return;
        }

        foreach (var each in inOrder)
        {
            late.Add(each, NextDelay());
        }

        if (Duplicates.Take())
        {
            late.Add(request with { Attempt = 1, RetryReason = "http_timeout" }, NextDelay());
        }
    }

    public void Dispose() => late.Dispose();

    /// <summary>The events to deliver now, in order; null if this one waits to be overtaken.</summary>
    private BotRequest[]? Swap(BotRequest request)
    {
        lock (gate)
        {
            if (overtaken is { } waiting)
            {
                overtaken = null;
                return [request, waiting];
            }

            if (!Swaps.Take())
            {
                return [request];
            }

            overtaken = request;
        }

        late.Run(SwapTimeout, () => GiveUpWaiting(request));
        return null;
    }

    private void GiveUpWaiting(BotRequest request)
    {
        lock (gate)
        {
            if (overtaken != request)
            {
                return;
            }

            overtaken = null;
        }

        workspace.EventDelivery.Enqueue(request);
    }

    private TimeSpan NextDelay()
    {
        lock (gate)
        {
            return delay + (
                random is null ? TimeSpan.Zero : TimeSpan.FromMilliseconds(random.Next(1, Math.Max(2, (int)scatter.TotalMilliseconds))));
        }
    }
}
