using System.Runtime.InteropServices;
using IncidentBot.Domain.Language.Blame.Reading;

namespace IncidentBot.Domain.Language.Blame.Patterns;

internal enum ElementKind
{
    /// <summary>One word, or a person.</summary>
    Word,

    /// <summary>Some words of the same clause.</summary>
    Gap,

    /// <summary>The beginning of the sentence.</summary>
    Start,

    /// <summary>The beginning of the sentence, or the first word after an opening such as "We should".</summary>
    Lead,

    /// <summary>The end of the sentence.</summary>
    End,
}

/// <summary>A word class, and optionally the verb forms that fit.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ClassForm(UInt128 Classes, VerbForms Forms)
{
    public bool Fits(in Token token) =>
        (Classes == UInt128.Zero || token.Is(Classes)) && (Forms == VerbForms.None || token.Has(Forms));
}

/// <summary>One element of a pattern.</summary>
internal sealed record Element(ElementKind Kind, IReadOnlySet<string> Words, IReadOnlyList<ClassForm> Classes)
{
    public bool Optional { get; init; }

    /// <summary>How many tokens it may take.</summary>
    public int Most { get; init; } = 1;

    /// <summary>True if the pattern matches only where this element does not follow.</summary>
    public bool Absent { get; init; }

    /// <summary>True if the element matches words for people: "the on-call engineer", "she", "no one".</summary>
    public bool People { get; init; }

    /// <summary>True if the element matches a number.</summary>
    public bool Numbers { get; init; }

    /// <summary>True if the element matches the end of the sentence.</summary>
    public bool Ends { get; init; }

    /// <summary>The name by which a rewrite refers to the matched word.</summary>
    public string? Name { get; init; }

    public bool Fits(in Token token)
    {
        if (token.Kind == TokenKind.Quoted)
        {
            return false;
        }

        if (Words.Contains(token.Lower) || (Numbers && token.Kind == TokenKind.Number))
        {
            return true;
        }

        foreach (var form in Classes)
        {
            if (form.Fits(token))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A sequence of elements that words can match.</summary>
internal sealed record Pattern(string Notation, IReadOnlyList<Element> Elements)
{
    /// <summary>False when the first word alone rules out a match.</summary>
    public bool CanBegin(in Token token) =>
        Elements[0] is not { Kind: ElementKind.Word, Optional: false, Absent: false, People: false } first || first.Fits(token);
}
