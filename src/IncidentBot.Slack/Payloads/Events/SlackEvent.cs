using System.Text.Json;
using System.Text.Json.Serialization;

namespace IncidentBot.Slack.Payloads;

/// <summary>Something that happened in the workspace ("Events API").</summary>
public abstract record SlackEvent
{
    /// <summary>Unique per event and the same in every retry.</summary>
    [JsonIgnore]
    public string EventId { get; init; } = "";

    /// <summary>The workspace.</summary>
    [JsonIgnore]
    public string TeamId { get; init; } = "";

    /// <summary>The time of the event according to Slack, in whole seconds.</summary>
    [JsonIgnore]
    public DateTimeOffset EventTime { get; init; }

    /// <summary>When, as a time stamp; may lack its dot.</summary>
    public string EventTs { get; init; } = "";

    /// <summary>The inner event as JSON, for values without a member here.</summary>
    [JsonIgnore]
    public JsonElement Raw { get; init; }
}

/// <summary>An event that has no type here.</summary>
/// <param name="Type">The type on the wire.</param>
public sealed record UnknownEvent(string Type) : SlackEvent;
