using IncidentBot.Delivery.Outbox;

namespace IncidentBot.Effects;

/// <summary>Sets the channel's topic to the incident's status. Only when it differs, because each change posts a system message.</summary>
[Effect("set_topic")]
internal sealed record SetTopic(int IncidentNumber) : IEffect
{
    string? IEffect.MergeKey => FormattableString.Invariant($"topic:{IncidentNumber}");
}
