using System.Collections.Frozen;
using System.Text.Json;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Delivery.Outbox;

/// <summary>Finds the sender for a stored row and hands it the effect.</summary>
internal sealed class EffectSenders
{
    private readonly FrozenDictionary<Type, Send> _sends =
        EffectKinds.All.ToFrozenDictionary(type => type, type => Method<Send>(nameof(SendAs), type));

    private readonly FrozenDictionary<Type, GiveUp> _givesUp =
        EffectKinds.All.ToFrozenDictionary(type => type, type => Method<GiveUp>(nameof(GiveUpAs), type));

    private delegate Task GiveUp(IServiceProvider services, object effect, string reason, CancellationToken cancellationToken);

    private delegate Task<EffectResult> Send(
        IServiceProvider services, object effect, Sending sending, CancellationToken cancellationToken);

    public async Task<EffectResult> SendAsync(IServiceProvider services, OutboxRow row, CancellationToken cancellationToken)
    {
        if (EffectKinds.TypeOf(row.Kind) is not { } type)
        {
            return EffectResult.Park("unknown kind");
        }

        var sending = new Sending(row.Key, row.Lane, row.LookFirst, row.CreatedAt);
        return await _sends[type](services, Read(row, type), sending, cancellationToken);
    }

    /// <summary>Lets the sender of a parked row inform the people who wait for it.</summary>
    public Task GiveUpAsync(IServiceProvider services, OutboxRow row, CancellationToken cancellationToken) =>
        EffectKinds.TypeOf(row.Kind) is { } type
            ? _givesUp[type](services, Read(row, type), row.Error ?? "", cancellationToken)
            : Task.CompletedTask;

    private static object Read(OutboxRow row, Type type) => JsonSerializer.Deserialize(row.Payload, type, JsonColumn.Json)!;

    private static TDelegate Method<TDelegate>(string name, Type effectType)
        where TDelegate : Delegate =>
        typeof(EffectSenders)
            .GetMethod(name, System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(effectType)
            .CreateDelegate<TDelegate>();

    private static Task GiveUpAs<TEffect>(IServiceProvider services, object effect, string reason, CancellationToken cancellationToken)
        where TEffect : IEffect =>
        services.GetRequiredService<IEffectSender<TEffect>>().GivenUpAsync((TEffect)effect, reason, cancellationToken);

    private static Task<EffectResult> SendAs<TEffect>(
        IServiceProvider services, object effect, Sending sending, CancellationToken cancellationToken)
        where TEffect : IEffect =>
        services.GetRequiredService<IEffectSender<TEffect>>().SendAsync((TEffect)effect, sending, cancellationToken);
}
