using IncidentBot.Lanes;

namespace IncidentBot.Inbox;

/// <summary>Set when events were committed.</summary>
internal sealed class InboxSignal : WakeSignal;
