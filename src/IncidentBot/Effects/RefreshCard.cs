using IncidentBot.Delivery.Outbox;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Effects;

/// <summary>Brings a card up to date: posted when it does not exist yet, otherwise updated in place. Rendered when it is sent.</summary>
[Effect("refresh_card")]
internal sealed record RefreshCard(string Card, string Subject) : IEffect
{
    /// <summary>The name of the posted message.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Name => BotMessageNames.Card(Card, Subject);

    string? IEffect.MergeKey => Name;
}
