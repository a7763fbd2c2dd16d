namespace IncidentBot.Storage;

/// <summary>Set when the workspace may have changed: a dead token, another channel, a missing scope.</summary>
internal sealed class WorkspaceDoubt : WakeSignal;
