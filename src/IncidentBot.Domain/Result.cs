using System.Diagnostics.CodeAnalysis;

namespace IncidentBot.Domain;

/// <summary>The outcome of a decision without a value: accepted, or refused with a sentence that a person can act on.</summary>
/// <param name="Refusal">Why it was refused; null when it was accepted.</param>
public readonly record struct Result(Refusal? Refusal)
{
    /// <summary>The decision was accepted.</summary>
    public static Result Accepted => default;

    /// <summary>True when the decision was accepted.</summary>
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Ok => Refusal is null;

    /// <summary>Lets a rule return its refusal directly.</summary>
    public static implicit operator Result(Refusal refusal) => new(refusal);
}

/// <summary>The outcome of a decision: a value, or a refusal with a sentence that a person can act on.</summary>
/// <typeparam name="T">What an accepted decision yields.</typeparam>
public readonly record struct Result<T>
{
    private Result(T? value, Refusal? refusal) => (Value, Refusal) = (value, refusal);

    /// <summary>What was decided; meaningful only when <see cref="Ok"/> is true.</summary>
    public T? Value { get; }

    /// <summary>Why it was refused; null when it was accepted.</summary>
    public Refusal? Refusal { get; }

    /// <summary>True when the decision was accepted.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Ok => Refusal is null;

    /// <summary>Lets a rule return its value directly.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>Lets a rule return its refusal directly.</summary>
    public static implicit operator Result<T>(Refusal refusal) => new(default, refusal);
}
