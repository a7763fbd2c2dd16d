using IncidentBot.Domain.Language.Blame.Packs;

namespace IncidentBot.Domain.Language.Blame.Reading;

/// <summary>Splits a text into words, numbers and marks; quotations and code become one token each.</summary>
internal sealed class Tokenizer(LanguagePack pack)
{
    private const int LongestQuotation = 400;

    public List<Token> Read(string text)
    {
        var tokens = new List<Token>(text.Length / 5);
        var mentions = new Queue<(int Start, int End)>(NoNames.MentionsIn(text));
        for (var at = 0; at < text.Length;)
        {
            while (mentions.TryPeek(out var passed) && passed.Start < at)
            {
                mentions.Dequeue();
            }

            at = mentions.TryPeek(out var mention) && mention.Start == at
                ? Add(tokens, text, at, mention.End, TokenKind.Mention)
                : Next(tokens, text, at);
        }

        return tokens;
    }

    private int Next(List<Token> tokens, string text, int at)
    {
        var c = text[at];
        if (c != '\n' && char.IsWhiteSpace(c))
        {
            return at + 1;
        }

        if (EndOfQuotation(text, at) is > 0 and var end)
        {
            return Add(tokens, text, at, end, TokenKind.Quoted);
        }

        return char.IsLetterOrDigit(c) ? Word(tokens, text, at) : Add(tokens, text, at, at + 1, TokenKind.Mark);
    }

    /// <summary>One past the closing quotation mark, or -1 when none opens here.</summary>
    private static int EndOfQuotation(string text, int at)
    {
        var closing = text[at] switch { '"' => '"', '“' or '„' => '”', '`' => '`', '«' => '»', '\'' or '‘' => '\'', _ => '\0' };
        if (closing == '\0' || at + 1 >= text.Length || (closing == '\'' && (!Opens(text, at) || !char.IsLetterOrDigit(text[at + 1]))))
        {
            return -1;
        }

        for (var i = at + 2; i < text.Length && i - at < LongestQuotation && text[i] != '\n'; i++)
        {
            var closes = text[i] == closing || (closing == '\'' && text[i] == '’');
            if (closes && (closing != '\'' || i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1])))
            {
                return i + 1;
            }
        }

        return -1;
    }

    private static bool Opens(string text, int at) => at == 0 || !char.IsLetterOrDigit(text[at - 1]);

    private int Word(List<Token> tokens, string text, int start)
    {
        var end = start + 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_' || Joins(text, end)))
        {
            end++;
        }

        var kind = char.IsDigit(text[start]) ? TokenKind.Number : TokenKind.Word;
        var clitic = kind == TokenKind.Word ? CliticOf(Lower(text[start..end])) : 0;
        Add(tokens, text, start, end - clitic, kind);
        return clitic == 0 ? end : Add(tokens, text, end - clitic, end, TokenKind.Word);
    }

    private static bool Joins(string text, int at) =>
        text[at] is '\'' or '’' or '-' or '.' or '_' or ':' && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1])
        && (text[at] != ':' || char.IsDigit(text[at + 1]));

    private int CliticOf(string word)
    {
        if (pack.Contracted.Contains(word))
        {
            return pack.Clitics[0].Length - 1;
        }

        foreach (var clitic in pack.Clitics)
        {
            if (word.Length > clitic.Length && word.EndsWith(clitic, StringComparison.Ordinal))
            {
                return clitic.Length;
            }
        }

        return 0;
    }

    private int Add(List<Token> tokens, string text, int start, int end, TokenKind kind)
    {
        var words = text[start..end];
        var lower = kind is TokenKind.Quoted or TokenKind.Mention ? "" : pack.Spellings.GetValueOrDefault(Lower(words)) ?? Lower(words);
        var sense = kind == TokenKind.Word ? pack.Lexicon.Find(lower) : default;
        tokens.Add(new Token(start, words, lower, kind, sense.Classes, sense.Forms));
        return end;
    }

    private static string Lower(string words) => words.ToLowerInvariant().Replace('’', '\'');
}
