using System.Text.Json;

namespace IncidentBot.Slack.Payloads;

/// <summary>Reads the outer payload of the Events API into the event inside it.</summary>
public static class EventParser
{
    /// <summary>Reads an event.</summary>
    /// <param name="payload">The outer payload ("event_callback").</param>
    /// <returns>The event; <see cref="UnknownEvent"/> for a type that is not known here.</returns>
    /// <exception cref="JsonException">The JSON is not in the format that Slack sends.</exception>
    public static SlackEvent Parse(JsonElement payload)
    {
        if (payload.ValueKind != JsonValueKind.Object || !payload.TryGetProperty("event", out var inner))
        {
            throw new JsonException("An event payload has an event.");
        }

        var envelope = payload.Deserialize<EventEnvelope>(SlackJson.Options) ?? throw new JsonException("An event payload is an object.");
        return Typed(InteractionParser.TypeOf(inner), inner) with
        {
            EventId = envelope.EventId,
            TeamId = envelope.TeamId,
            EventTime = DateTimeOffset.FromUnixTimeSeconds(envelope.EventTime),
            Raw = inner,
        };
    }

    private static SlackEvent Typed(string type, JsonElement inner) => type switch
    {
        "message" => MessageEventParser.Parse(inner),
        "reaction_added" => Read<ReactionAdded>(inner),
        "reaction_removed" => Read<ReactionRemoved>(inner),
        "pin_added" => Read<PinAdded>(inner),
        "pin_removed" => Read<PinRemoved>(inner),
        "app_home_opened" => Read<AppHomeOpened>(inner),
        "app_mention" => Read<AppMention>(inner),
        "member_joined_channel" => Read<MemberJoinedChannel>(inner),
        "member_left_channel" => Read<MemberLeftChannel>(inner),
        "channel_rename" or "group_rename" => Read<ChannelRename>(inner),
        "channel_archive" or "group_archive" => Read<ChannelArchive>(inner),
        "channel_unarchive" or "group_unarchive" => Read<ChannelUnarchive>(inner),
        "channel_left" or "group_left" => Read<ChannelLeft>(inner),
        "channel_id_changed" => Read<ChannelIdChanged>(inner),
        "team_join" => Read<TeamJoin>(inner),
        "user_change" => Read<UserChange>(inner),
        "tokens_revoked" => Read<TokensRevoked>(inner),
        "app_uninstalled" => Read<AppUninstalled>(inner),
        _ => new UnknownEvent(type),
    };

    internal static T Read<T>(JsonElement inner) =>
        inner.Deserialize<T>(SlackJson.Options) ?? throw new JsonException("An event is an object.");

    private sealed record EventEnvelope
    {
        public string EventId { get; init; } = "";

        public string TeamId { get; init; } = "";

        public long EventTime { get; init; }
    }
}
