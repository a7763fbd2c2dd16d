namespace IncidentBot.Storage.Rows;

/// <summary>A message of ours that is found again by name: a card to refresh, a headline to thread under.</summary>
internal sealed class BotMessage
{
    /// <summary>What it is, for instance <c>status_card:12</c> or <c>headline:12</c>.</summary>
    public required string Name { get; init; }

    public required string ChannelId { get; set; }

    public required string Ts { get; set; }

    /// <summary>A hash of what was last shown, so that a refresh without a difference makes no call.</summary>
    public string? ContentHash { get; set; }
}
