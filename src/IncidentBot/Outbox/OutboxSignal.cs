using IncidentBot.Lanes;

namespace IncidentBot.Outbox;

/// <summary>Set when a commit left something to send.</summary>
internal sealed class OutboxSignal : WakeSignal;
