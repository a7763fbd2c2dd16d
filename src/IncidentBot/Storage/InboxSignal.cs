namespace IncidentBot.Storage;

/// <summary>Set when events were committed.</summary>
internal sealed class InboxSignal : WakeSignal;
