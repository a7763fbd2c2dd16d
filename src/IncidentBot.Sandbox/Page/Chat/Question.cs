using System.Text.Json;

namespace IncidentBot.Sandbox.Page.Chat;

/// <summary>A confirm object of Block Kit, and the action to run after a yes.</summary>
internal sealed record Question(JsonElement Confirm, Func<Task> Yes);
