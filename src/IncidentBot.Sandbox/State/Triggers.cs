namespace IncidentBot.Sandbox.State;

/// <summary>What a trigger id stands for: a person, and the modal it was pressed in.</summary>
internal sealed record Trigger(string User, string? ViewId, DateTimeOffset Issued)
{
    public bool IsUsed { get; init; }
}

/// <summary>Trigger ids open or push one modal, within three seconds.</summary>
internal sealed class Triggers(Workspace workspace)
{
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(3);

    private readonly Dictionary<string, Trigger> byId = [];

    public string Issue(string user, string? viewId = null) => workspace.Change(() =>
    {
        var id = $"{workspace.Ids.NextNumber()}.{workspace.Ids.NextNumber()}.{Ids.Secret()}";
        var age = workspace.Troubles.ExpiredTriggers.Take() ? 2 * Life : TimeSpan.Zero;
        byId[id] = new Trigger(user, viewId, workspace.Now - age);
        return id;
    });

    /// <summary>The error code when it cannot be used, else the trigger, not yet used up.</summary>
    public (Trigger? Trigger, string? Error) Check(string id) => workspace.Read<(Trigger?, string?)>(() =>
        !byId.TryGetValue(id, out var trigger) ? (null, "invalid_trigger_id")
        : trigger.IsUsed ? (null, "exchanged_trigger_id")
        : workspace.Now - trigger.Issued > Life ? (null, "expired_trigger_id")
        : (trigger, null));

    public void Use(string id) => workspace.Change(() => { byId[id] = byId[id] with { IsUsed = true }; });
}
