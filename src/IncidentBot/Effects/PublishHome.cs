using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;

namespace IncidentBot.Effects;

/// <summary>A person's home tab shows what is so now. May repeat.</summary>
[Effect("publish_home")]
internal sealed record PublishHome(PersonId Person) : IEffect
{
    string? IEffect.MergeKey => $"home:{Person}";
}
