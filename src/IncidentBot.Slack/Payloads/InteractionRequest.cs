using System.Text.Json;
using System.Text.Json.Serialization;

namespace IncidentBot.Slack.Payloads;

/// <summary>The members of every interaction payload ("Handling user interaction").</summary>
public abstract record InteractionRequest
{
    /// <summary>The person who acted.</summary>
    public required UserReference User { get; init; }

    /// <summary>The workspace; null for an organisation-wide installation.</summary>
    public TeamReference? Team { get; init; }

    /// <summary>Opens a view within three seconds, once; empty where Slack sends none.</summary>
    public string TriggerId { get; init; } = "";

    /// <summary>The whole payload, for values without a member here.</summary>
    [JsonIgnore]
    public JsonElement Raw { get; init; }
}
