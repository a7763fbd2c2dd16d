namespace IncidentBot.Storage;

/// <summary>Set when a commit left something to send.</summary>
internal sealed class OutboxSignal : WakeSignal;
