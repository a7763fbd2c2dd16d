using IncidentBot.Delivery.Outbox;

namespace IncidentBot.Effects;

/// <summary>The channel's topic says where the incident stands. Each change posts a system message: set only when it differs.</summary>
[Effect("set_topic")]
internal sealed record SetTopic(int IncidentNumber) : IEffect
{
    string? IEffect.MergeKey => FormattableString.Invariant($"topic:{IncidentNumber}");
}
