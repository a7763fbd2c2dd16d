using IncidentBot.Delivery.Outbox;

namespace IncidentBot.Effects;

/// <summary>The incident's channel exists.</summary>
[Effect("create_channel")]
internal sealed record CreateChannel(int IncidentNumber) : IEffect;
