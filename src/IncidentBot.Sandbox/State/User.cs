namespace IncidentBot.Sandbox.State;

internal sealed record User(string Id, string Name, string RealName)
{
    public string Title { get; init; } = "";

    public string TimeZone { get; init; } = "Etc/UTC";

    public string? Email { get; init; }

    public string Color { get; init; } = "9f69e7";

    public bool IsAdmin { get; init; }

    public bool IsGuest { get; init; }

    public bool IsDeactivated { get; init; }

    /// <summary>Set for bots; people have none.</summary>
    public string? BotId { get; init; }

    /// <summary>The app behind a bot.</summary>
    public string? AppId { get; init; }

    /// <summary>Set for people of another company who are here through Slack Connect.</summary>
    public string? TeamId { get; init; }

    public bool IsExternal => TeamId is not null;

    public bool IsBot => BotId is not null;
}
