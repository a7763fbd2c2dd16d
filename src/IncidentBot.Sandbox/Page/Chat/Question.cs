using System.Text.Json;

namespace IncidentBot.Sandbox.Page.Chat;

/// <summary>A confirm object of Block Kit, and what happens when the answer is yes.</summary>
internal sealed record Question(JsonElement Confirm, Func<Task> Yes);
