using IncidentBot.Delivery.Outbox;

namespace IncidentBot.Effects;

/// <summary>Creates the incident's channel.</summary>
[Effect("create_channel", TellsSomeone = true)]
internal sealed record CreateChannel(int IncidentNumber) : IEffect;
