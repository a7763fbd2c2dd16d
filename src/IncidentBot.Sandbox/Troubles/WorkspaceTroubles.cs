using System.Globalization;
using IncidentBot.Sandbox.State;

namespace IncidentBot.Sandbox.Troubles;

/// <summary>
/// Everything that can go wrong, to be switched on and off. What people do to channels and to each other is among it:
/// <see cref="EndAll"/> undoes that too.
/// </summary>
internal sealed partial class WorkspaceTroubles : IDisposable
{
    private readonly Workspace workspace;
    private readonly Outage outage;
    private readonly List<Trouble> standing = [];

    public WorkspaceTroubles(Workspace workspace)
    {
        this.workspace = workspace;
        outage = new Outage(workspace);
        Calls = workspace.Faults;
        Calls.Changed += (_, _) => workspace.Touch();
        Events = new EventTroubles(workspace);
        ExpiredTriggers = new Spell(workspace.Touch);
    }

    /// <summary>What goes wrong with API calls.</summary>
    public Faults Calls { get; }

    /// <summary>What goes wrong on the way of an event to the bot.</summary>
    public EventTroubles Events { get; }

    /// <summary>Triggers that are older than three seconds when they reach the bot: nothing can be opened with them.</summary>
    public Spell ExpiredTriggers { get; }

    /// <summary>What is wrong at the moment, oldest first.</summary>
    public IReadOnlyList<Trouble> Active =>
    [
        .. workspace.Read(() => standing.ToList()).Where(t => t.Id != "slack-down" || outage.IsOn),
        .. Calls.Standing.Select(s => new Trouble($"calls-{s.Key}", $"{Name(s.Key)}: {s.Value}", () => Calls.Stop(s.Key))),
        .. Calls.Waiting.Select(w => new Trouble($"next-calls-{w.Key}", NextCalls(w.Key, w.Value), () => Calls.Stop(w.Key))),
        .. Events.Active,
        .. ExpiredTriggers.IsOn
            ? [new Trouble("triggers-expired", $"Triggers are expired ({ExpiredTriggers.Length})", ExpiredTriggers.Stop)]
            : (IEnumerable<Trouble>)[],
    ];

    public void End(string id) => Active.FirstOrDefault(t => t.Id == id)?.End();

    /// <summary>Everything is well again; the newest trouble ends first.</summary>
    public void EndAll()
    {
        foreach (var trouble in Active.Reverse())
        {
            trouble.End();
        }
    }

    public void Dispose()
    {
        outage.Dispose();
        Events.Dispose();
    }

    private static string Name(string method) => method == Faults.AnyMethod ? "Every call" : method;

    private static string NextCalls(string method, int calls) =>
        string.Create(CultureInfo.InvariantCulture, $"{Name(method)}: the next {(calls == 1 ? "call fails" : $"{calls} calls fail")}");

    /// <summary>A trouble that is there until it is ended; beginning it again changes nothing.</summary>
    private void Begin(string id, string what, Action begin, Action end)
    {
        var isNew = workspace.Change(() =>
        {
            if (standing.Exists(t => t.Id == id))
            {
                return false;
            }

            standing.Add(new Trouble(id, what, () => Finish(id, end)));
            return true;
        });
        if (isNew)
        {
            begin();
        }
    }

    private void Finish(string id, Action end)
    {
        workspace.Change(() => standing.RemoveAll(t => t.Id == id));
        end();
    }
}
