using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;

namespace IncidentBot.Effects;

/// <summary>Brings a person's home tab up to date. May be repeated.</summary>
[Effect("publish_home")]
internal sealed record PublishHome(PersonId Person) : IEffect
{
    string? IEffect.MergeKey => $"home:{Person}";
}
