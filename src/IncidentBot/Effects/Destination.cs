using IncidentBot.Delivery.Outbox;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Effects;

/// <summary>Where an effect goes.</summary>
/// <param name="ChannelId">The channel id, or for a person their user id, which Slack takes for the DM; null while there is none.</param>
internal sealed record Destination(string? ChannelId)
{
    /// <summary>The thread that takes the place of a channel.</summary>
    public string? ThreadTs { get; init; }

    /// <summary>The channel is archived, or the bot was removed from it.</summary>
    public bool IsOutOfReach { get; init; }

    /// <summary>Where it can be sent now; null when it cannot, see <see cref="Unreachable"/>.</summary>
    public string? Reachable => IsOutOfReach ? null : ChannelId;

    /// <summary>The outcome of an effect that can't be sent there.</summary>
    public EffectResult Unreachable => IsOutOfReach ? EffectResult.OutOfReach : EffectResult.ParkWith("There is no channel to send it to.");

    /// <summary>The thread for a reply to one of the bot's messages; threads do not nest.</summary>
    public string? ThreadUnder(BotMessage? parent) => ThreadTs ?? (parent?.ChannelId == ChannelId ? parent?.Ts : null);
}
