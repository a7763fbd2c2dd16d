using System.Collections.Frozen;
using System.Reflection;

namespace IncidentBot.Delivery.Outbox;

/// <summary>Every kind of effect, found by its attribute.</summary>
internal static class EffectKinds
{
    private static readonly FrozenDictionary<string, Type> Types = typeof(IEffect).Assembly.GetTypes()
        .Where(type => type.IsClass && type.IsAssignableTo(typeof(IEffect)))
        .ToFrozenDictionary(type => Of(type).Kind);

    public static IEnumerable<Type> All => Types.Values;

    public static string NameOf(IEffect effect) => Of(effect.GetType()).Kind;

    public static Type? TypeOf(string kind) => Types.GetValueOrDefault(kind);

    public static bool NewestWins(string kind) => TypeOf(kind) is { } type && Of(type).NewestWins;

    public static bool IsLimitedPerChannel(string kind) => TypeOf(kind) is { } type && Of(type).IsLimitedPerChannel;

    private static EffectAttribute Of(Type type) => type.GetCustomAttribute<EffectAttribute>()
        ?? throw new InvalidOperationException($"{type.Name} has no [Effect] attribute.");
}
