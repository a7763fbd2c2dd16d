using IncidentBot.Sandbox.Delivery;
using IncidentBot.Sandbox.State;

namespace IncidentBot.Sandbox.Troubles;

/// <summary>What may happen to events on their way into the queue: dropped, doubled, late, in another order.</summary>
internal sealed class EventTroubles : IDisposable
{
    /// <summary>How long an event waits for the one that shall overtake it.</summary>
    public static readonly TimeSpan SwapPatience = TimeSpan.FromSeconds(5);

    private readonly Workspace workspace;
    private readonly Later late;
    private readonly Lock gate = new();
    private TimeSpan delay;
    private TimeSpan scatter;
    private Random? dice;
    private BotRequest? overtaken;

    public EventTroubles(Workspace workspace)
    {
        this.workspace = workspace;
        late = new Later(workspace.Clock, workspace.EventDelivery.Enqueue);
        Drops = new Spell(workspace.Touch);
        Duplicates = new Spell(workspace.Touch);
        Swaps = new Spell(workspace.Touch);
        Overlaps = new Spell(workspace.Touch);
    }

    /// <summary>Events that never arrive.</summary>
    public Spell Drops { get; }

    /// <summary>Events that arrive once more, with the headers of a retry, although they were acknowledged.</summary>
    public Spell Duplicates { get; }

    /// <summary>Pairs of events of which the second arrives first.</summary>
    public Spell Swaps { get; }

    /// <summary>Events whose retry is sent while the first delivery is still being answered.</summary>
    public Spell Overlaps { get; }

    /// <summary>When the next late event is due; null when none waits.</summary>
    public DateTimeOffset? NextDue => late.NextDue;

    public IEnumerable<Trouble> Active
    {
        get
        {
            foreach (var (spell, id, what) in (IEnumerable<(Spell, string, string)>)[
                (Drops, "events-dropped", "Events get lost"),
                (Duplicates, "events-doubled", "Events arrive twice"),
                (Swaps, "events-swapped", "Two events change places"),
                (Overlaps, "events-overlap", "A retry comes while the first delivery is still running")])
            {
                if (spell.IsOn)
                {
                    yield return new Trouble(id, $"{what} ({spell.Length})", spell.Stop);
                }
            }

            if (delay > TimeSpan.Zero)
            {
                yield return new Trouble("events-late", $"Events arrive {delay.TotalSeconds:0} seconds late", () => DelayBy(TimeSpan.Zero));
            }

            if (dice is not null)
            {
                yield return new Trouble("events-shuffled", $"Events arrive in any order within {scatter.TotalSeconds:0} seconds", InOrder);
            }
        }
    }

    /// <summary>From now on every event is this late on the workspace's clock; zero ends it, and what waits arrives.</summary>
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

    /// <summary>From now on every event is late by a random part of <paramref name="within"/>: the same order for the same seed.</summary>
    public void Shuffle(TimeSpan within, int seed)
    {
        lock (gate)
        {
            scatter = within;
            dice = new Random(seed);
        }

        workspace.Touch();
    }

    public void InOrder()
    {
        lock (gate)
        {
            dice = null;
        }

        late.ReleaseAll();
        workspace.Touch();
    }

    /// <summary>One event sets out.</summary>
    public void Pass(BotRequest request)
    {
        if (Drops.Take())
        {
            return;
        }

        var first = request with { Overlaps = Overlaps.Take() };
        if (TakePlaces(first) is not { } inOrder)
        {
            return;
        }

        foreach (var each in inOrder)
        {
            late.Add(each, Lateness());
        }

        if (Duplicates.Take())
        {
            late.Add(request with { Attempt = 1, RetryReason = "http_timeout" }, Lateness());
        }
    }

    public void Dispose() => late.Dispose();

    /// <summary>What arrives now, in order; null when this one waits to be overtaken.</summary>
    private BotRequest[]? TakePlaces(BotRequest request)
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

        late.Run(SwapPatience, () => GiveUpWaiting(request));
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

    private TimeSpan Lateness()
    {
        lock (gate)
        {
            return delay + (dice is null ? TimeSpan.Zero : TimeSpan.FromMilliseconds(dice.Next(1, Math.Max(2, (int)scatter.TotalMilliseconds))));
        }
    }
}
