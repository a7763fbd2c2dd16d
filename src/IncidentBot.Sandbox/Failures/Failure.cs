namespace IncidentBot.Sandbox.Failures;

/// <summary>A failure that is on: its description in one sentence, and how to end it.</summary>
internal sealed record Failure(string Id, string What, Action End);
