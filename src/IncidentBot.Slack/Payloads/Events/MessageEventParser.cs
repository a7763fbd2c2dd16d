using System.Text.Json;

namespace IncidentBot.Slack.Payloads;

/// <summary>Makes three cases of the message subtypes ("message events"): a tombstone is a deletion, whatever its subtype says.</summary>
internal static class MessageEventParser
{
    public static MessageEvent Parse(JsonElement inner) => Subtype(inner) switch
    {
        "message_changed" => Changed(EventParser.Read<MessageChanged>(inner)),
        "message_deleted" => EventParser.Read<MessageDeleted>(inner),
        _ => Posted(inner),
    };

    private static string? Subtype(JsonElement inner) =>
        inner.TryGetProperty("subtype", out var subtype) && subtype.ValueKind == JsonValueKind.String ? subtype.GetString() : null;

    private static MessageEvent Changed(MessageChanged changed) => !changed.Message.IsTombstone
        ? changed
        : new MessageDeleted
        {
            Channel = changed.Channel,
            ChannelType = changed.ChannelType,
            EventTs = changed.EventTs,
            DeletedTs = changed.Message.Ts,
            PreviousMessage = changed.PreviousMessage,
            LeavesThread = true,
        };

    /// <summary>The message of a posting stands flat in the event.</summary>
    private static MessagePosted Posted(JsonElement inner)
    {
        var place = EventParser.Read<PostedPlace>(inner);
        return new MessagePosted
        {
            Channel = place.Channel,
            ChannelType = place.ChannelType,
            EventTs = place.EventTs,
            Message = EventParser.Read<SlackMessage>(inner),
        };
    }

    private sealed record PostedPlace
    {
        public required string Channel { get; init; }

        public string ChannelType { get; init; } = "";

        public string EventTs { get; init; } = "";
    }
}
