using System.Collections.Frozen;
using System.Text.Json;
using IncidentBot.Storage;

namespace IncidentBot.Outbox;

/// <summary>Finds the sender for a stored row and hands it the effect.</summary>
internal sealed class EffectSenders
{
    private readonly FrozenDictionary<Type, Send> _sends = EffectKinds.All.ToFrozenDictionary(type => type, SendFor);

    private delegate Task<EffectResult> Send(IServiceProvider services, object effect, Sending sending, CancellationToken cancellationToken);

    public async Task<EffectResult> SendAsync(IServiceProvider services, OutboxRow row, CancellationToken cancellationToken)
    {
        if (EffectKinds.TypeOf(row.Kind) is not { } type)
        {
            return EffectResult.Park("unknown kind");
        }

        var effect = JsonSerializer.Deserialize(row.Payload, type, JsonColumn.Json)!;
        return await _sends[type](services, effect, new Sending(row.Key, row.LookFirst, row.CreatedAt), cancellationToken);
    }

    private static Send SendFor(Type effectType) =>
        typeof(EffectSenders)
            .GetMethod(nameof(SendAs), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(effectType)
            .CreateDelegate<Send>();

    private static Task<EffectResult> SendAs<TEffect>(
        IServiceProvider services, object effect, Sending sending, CancellationToken cancellationToken)
        where TEffect : IEffect =>
        services.GetRequiredService<IEffectSender<TEffect>>().SendAsync((TEffect)effect, sending, cancellationToken);
}
