namespace IncidentBot.Sandbox.Troubles;

/// <summary>A trouble that is on: its description in one sentence, and how to end it.</summary>
internal sealed record Trouble(string Id, string What, Action End);
