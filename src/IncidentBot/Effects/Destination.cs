using IncidentBot.Delivery.Outbox;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Effects;

/// <summary>Where an effect goes.</summary>
/// <param name="ChannelId">The channel id, or for a person their user id, which Slack takes for the DM; null while there is none.</param>
internal sealed record Destination(string? ChannelId)
{
    /// <summary>The thread that stands for a channel where there is none of its own.</summary>
    public string? ThreadTs { get; init; }

    /// <summary>The channel is archived or has put the bot out.</summary>
    public bool IsOutOfReach { get; init; }

    /// <summary>Where it can be sent now; null when it cannot, see <see cref="Unreachable"/>.</summary>
    public string? Reachable => IsOutOfReach ? null : ChannelId;

    /// <summary>How an effect ends that cannot be sent there.</summary>
    public EffectResult Unreachable => IsOutOfReach ? EffectResult.OutOfReach : EffectResult.Park("There is no channel to send it to.");

    /// <summary>The thread in which something goes that belongs under a message of ours: threads do not nest.</summary>
    public string? ThreadUnder(BotMessage? parent) => ThreadTs ?? (parent?.ChannelId == ChannelId ? parent?.Ts : null);
}
