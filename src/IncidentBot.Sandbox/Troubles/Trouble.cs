namespace IncidentBot.Sandbox.Troubles;

/// <summary>One thing that is wrong at the moment, in a sentence, and how it ends.</summary>
internal sealed record Trouble(string Id, string What, Action End);
