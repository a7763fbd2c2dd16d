using System.Runtime.InteropServices;

namespace IncidentBot.Domain.Language.Blame.Reading;

internal enum TokenKind
{
    Word,
    Number,
    Mark,
    Mention,

    /// <summary>Someone else's words: a quotation, a log line, code.</summary>
    Quoted,
}

/// <summary>The forms of a verb that patterns can ask for.</summary>
[Flags]
internal enum VerbForms
{
    None = 0,
    Base = 1,
    Third = 2,
    Past = 4,
    Participle = 8,
    Gerund = 16,
}

/// <summary>One word, number or mark of a text.</summary>
internal readonly record struct Token(int Start, string Text, string Lower, TokenKind Kind, UInt128 Classes, VerbForms Forms)
{
    public int End => Start + Text.Length;

    public bool IsCapital => Text is [var first, ..] && char.IsUpper(first);

    /// <summary>Written like an acronym or a keyword, which no name is.</summary>
    public bool IsAllCaps => Text.Length > 1 && !Text.Any(char.IsLower);

    public bool Is(UInt128 classes) => (Classes & classes) != UInt128.Zero;

    public bool Has(VerbForms forms) => (Forms & forms) != VerbForms.None;
}

/// <summary>A run of tokens without a full stop.</summary>
/// <param name="From">The first token.</param>
/// <param name="To">One past the last token.</param>
/// <param name="Start">The first token after time stamps and bullets.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Sentence(int From, int To, int Start);
