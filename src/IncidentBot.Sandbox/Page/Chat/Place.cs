namespace IncidentBot.Sandbox.Page.Chat;

/// <summary>Where one is: a channel or direct messages, perhaps with a thread open; without a channel the app's home tab.</summary>
internal sealed record Place(string? Channel, string? Thread = null)
{
    public static Place Home { get; } = new(Channel: null);
}
