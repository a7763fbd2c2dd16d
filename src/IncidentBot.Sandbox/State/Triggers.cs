namespace IncidentBot.Sandbox.State;

/// <summary>The person behind a trigger id, and the modal in which they acted.</summary>
internal sealed record Trigger(string User, string? ViewId, DateTimeOffset Issued)
{
    public bool IsUsed { get; init; }
}

/// <summary>Each trigger id opens or pushes one modal, within three seconds.</summary>
internal sealed class Triggers(Workspace workspace)
{
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(3);

    private readonly Dictionary<string, Trigger> byId = [];

    public string Issue(string user, string? viewId = null) => workspace.Change(() =>
    {
        var id = $"{workspace.Ids.NextNumber()}.{workspace.Ids.NextNumber()}.{Ids.Secret()}";
        var age = workspace.Failures.ExpiredTriggers.Take() ? 2 * Life : TimeSpan.Zero;
        byId[id] = new Trigger(user, viewId, workspace.Now - age);
        return id;
    });

    /// <summary>Looks up a trigger without using it: the trigger, or the error code.</summary>
    public (Trigger? Trigger, string? Error) Check(string id) => workspace.Read<(Trigger?, string?)>(() =>
        !byId.TryGetValue(id, out var trigger) ? (null, "invalid_trigger_id")
        : trigger.IsUsed ? (null, "exchanged_trigger_id")
        : workspace.Now - trigger.Issued > Life ? (null, "expired_trigger_id")
        : (trigger, null));

    public void Use(string id) => workspace.Change(() => { byId[id] = byId[id] with { IsUsed = true }; });
}
