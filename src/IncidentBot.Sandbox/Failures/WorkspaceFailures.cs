using System.Globalization;
using IncidentBot.Sandbox.State;

namespace IncidentBot.Sandbox.Failures;

/// <summary>
/// Everything that can go wrong, to switch on and off. This includes what people do to channels and accounts;
/// <see cref="EndAll"/> undoes that too.
/// </summary>
internal sealed partial class WorkspaceFailures : IDisposable
{
    private readonly Workspace workspace;
    private readonly Outage outage;
    private readonly List<Failure> standing = [];

    public WorkspaceFailures(Workspace workspace)
    {
        this.workspace = workspace;
        outage = new Outage(workspace);
        Calls = workspace.CallFailures;
        Calls.Changed += (_, _) => workspace.Touch();
        Events = new EventFailures(workspace);
        ExpiredTriggers = new FailureSwitch(workspace.Touch);
    }

    /// <summary>Failing API calls.</summary>
    public CallFailures Calls { get; }

    /// <summary>Lost, doubled, late and reordered events.</summary>
    public EventFailures Events { get; }

    /// <summary>Triggers that are older than three seconds when they reach the bot, so no modal can be opened with them.</summary>
    public FailureSwitch ExpiredTriggers { get; }

    /// <summary>The failures that are on, oldest first.</summary>
    public IReadOnlyList<Failure> Active =>
    [
        .. workspace.Read(() => standing.ToList()).Where(t => t.Id != "slack-down" || outage.IsOn),
        .. Calls.Standing.Select(s => new Failure($"calls-{s.Key}", $"{Name(s.Key)}: {s.Value}", () => Calls.Stop(s.Key))),
        .. Calls.Waiting.Select(w => new Failure($"next-calls-{w.Key}", NextCalls(w.Key, w.Value), () => Calls.Stop(w.Key))),
        .. Events.Active,
        .. ExpiredTriggers.IsOn
            ? [new Failure("triggers-expired", $"Triggers are expired ({ExpiredTriggers.Length})", ExpiredTriggers.Stop)]
            : (IEnumerable<Failure>)[],
    ];

    public void End(string id) => Active.FirstOrDefault(t => t.Id == id)?.End();

    /// <summary>Ends every failure, the newest first.</summary>
    public void EndAll()
    {
        foreach (var failure in Active.Reverse())
        {
            failure.End();
        }
    }

    public void Dispose()
    {
        outage.Dispose();
        Events.Dispose();
    }

    private static string Name(string method) => method == CallFailures.AnyMethod ? "Every call" : method;

    private static string NextCalls(string method, int calls) =>
        string.Create(CultureInfo.InvariantCulture, $"{Name(method)}: the next {(calls == 1 ? "call fails" : $"{calls} calls fail")}");

    /// <summary>Begins a failure that lasts until it is ended; beginning it again changes nothing.</summary>
    private void Begin(string id, string what, Action begin, Action end)
    {
        var isNew = workspace.Change(() =>
        {
            if (standing.Exists(t => t.Id == id))
            {
                return false;
            }

            standing.Add(new Failure(id, what, () => Finish(id, end)));
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
