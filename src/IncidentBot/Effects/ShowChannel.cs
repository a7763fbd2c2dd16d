using IncidentBot.Delivery.Outbox;

namespace IncidentBot.Effects;

/// <summary>
/// The modal in which an incident was declared shows the way to its channel. May repeat; the modal may be closed by then.
/// </summary>
[Effect("show_channel")]
internal sealed record ShowChannel(int IncidentNumber, string ViewId) : IEffect;
