namespace IncidentBot.Delivery.Outbox;

/// <summary>The name under which an effect is stored. It never changes its meaning once released.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class EffectAttribute(string kind) : Attribute
{
    public string Kind { get; } = kind;

    /// <summary>
    /// Of rows that wait together under one <see cref="IEffect.MergeKey"/> the newest is sent; otherwise the oldest, for all
    /// of them.
    /// </summary>
    public bool NewestWins { get; init; }

    /// <summary>Slack limits it per channel, which its sender respects, not per method.</summary>
    public bool IsLimitedPerChannel { get; init; }

    /// <summary>When Slack refuses it, its sender tells the person who waits for it, so the operator need not look.</summary>
    public bool TellsSomeone { get; init; }
}
