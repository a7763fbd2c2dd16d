namespace IncidentBot.Storage.Rows;

/// <summary>A message of the bot that is found again by name: a card to refresh, a headline to reply to.</summary>
internal sealed class BotMessage
{
    /// <summary>What it is, for instance <c>status_card:12</c> or <c>headline:12</c>.</summary>
    public required string Name { get; init; }

    public required string ChannelId { get; set; }

    public required string Ts { get; set; }

    /// <summary>A hash of the last content, so that a refresh without a change makes no call.</summary>
    public string? ContentHash { get; set; }
}
