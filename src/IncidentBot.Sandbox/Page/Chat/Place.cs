namespace IncidentBot.Sandbox.Page.Chat;

/// <summary>A channel or direct messages, with or without an open thread; without a channel, the app's home tab.</summary>
internal sealed record Place(string? Channel, string? Thread = null)
{
    /// <summary>The ts of the message that a link leads to.</summary>
    public string? Message { get; init; }

    public static Place Home { get; } = new(Channel: null);
}
