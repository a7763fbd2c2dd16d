using System.Collections.Frozen;
using System.Reflection;

namespace IncidentBot.Delivery.Outbox;

/// <summary>Every kind of effect, found by its attribute.</summary>
internal static class EffectKinds
{
    // Read once: the outbox asks for every row that it takes in or sends.
    private static readonly FrozenDictionary<Type, EffectAttribute> Attributes = typeof(IEffect).Assembly.GetTypes()
        .Where(type => type.IsClass && type.IsAssignableTo(typeof(IEffect)))
        .ToFrozenDictionary(type => type, type => type.GetCustomAttribute<EffectAttribute>() ?? throw WithoutAttribute(type));

    private static readonly FrozenDictionary<string, Type> Types =
        Attributes.ToFrozenDictionary(effect => effect.Value.Kind, effect => effect.Key);

    public static IEnumerable<Type> All => Types.Values;

    public static string NameOf(IEffect effect) => Of(effect.GetType()).Kind;

    public static Type? TypeOf(string kind) => Types.GetValueOrDefault(kind);

    public static bool NewestWins(string kind) => TypeOf(kind) is { } type && Of(type).NewestWins;

    public static bool IsLimitedPerChannel(string kind) => TypeOf(kind) is { } type && Of(type).IsLimitedPerChannel;

    public static bool TellsSomeone(string kind) => TypeOf(kind) is { } type && Of(type).TellsSomeone;

    private static EffectAttribute Of(Type type) => Attributes.GetValueOrDefault(type) ?? throw WithoutAttribute(type);

    private static InvalidOperationException WithoutAttribute(Type type) => new($"{type.Name} has no [Effect] attribute.");
}
