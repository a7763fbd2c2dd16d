namespace IncidentBot.Storage;

/// <summary>Set when something says that the workspace is not as we know it: a dead token, another channel, a scope that went.</summary>
internal sealed class WorkspaceDoubt : WakeSignal;
