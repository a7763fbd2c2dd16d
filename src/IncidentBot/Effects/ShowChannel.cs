using IncidentBot.Delivery.Outbox;

namespace IncidentBot.Effects;

/// <summary>
/// Shows the link to the new channel in the modal in which the incident was declared. May be repeated; the modal may be closed by then.
/// </summary>
[Effect("show_channel")]
internal sealed record ShowChannel(int IncidentNumber, string ViewId) : IEffect;
