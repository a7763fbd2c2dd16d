namespace IncidentBot.Sandbox.Delivery;

/// <summary>Which scope a subscription needs: without it the event is not sent.</summary>
internal static class EventScopes
{
    public static IEnumerable<string> Of(string subscription) => subscription switch
    {
        "message.channels" => ["channels:history"],
        "message.groups" => ["groups:history"],
        "message.im" => ["im:history"],
        "app_mention" => ["app_mentions:read"],
        "reaction_added" or "reaction_removed" => ["reactions:read"],
        "pin_added" or "pin_removed" => ["pins:read"],
        "user_change" or "team_join" => ["users:read"],
        "file_shared" => ["files:read"],
        _ when subscription.StartsWith("channel_", StringComparison.Ordinal) => ["channels:read"],
        _ when subscription.StartsWith("group_", StringComparison.Ordinal) => ["groups:read"],
        _ => [],
    };
}
