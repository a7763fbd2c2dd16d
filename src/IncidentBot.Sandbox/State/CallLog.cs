namespace IncidentBot.Sandbox.State;

/// <summary>What the bot called, and what was delivered to it.</summary>
internal sealed class CallLog(Workspace workspace)
{
    private readonly List<ApiCall> calls = [];
    private readonly List<BotDelivery> deliveries = [];

    public IReadOnlyList<ApiCall> Api => workspace.Read(() => calls.ToList());

    public IReadOnlyList<BotDelivery> Deliveries => workspace.Read(() => deliveries.ToList());

    public IReadOnlyList<ApiCall> Of(string method) => [.. Api.Where(c => c.Method == method)];

    /// <summary>Acknowledgement latencies in milliseconds, in the order of delivery.</summary>
    public IReadOnlyList<double> AcknowledgementMilliseconds => [.. Deliveries.Select(d => d.Took.TotalMilliseconds)];

    public void Add(ApiCall call) => workspace.Change(() => calls.Add(call));

    public void Add(BotDelivery delivery) => workspace.Change(() => deliveries.Add(delivery));

    public void Clear() => workspace.Change(() =>
    {
        calls.Clear();
        deliveries.Clear();
    });
}
