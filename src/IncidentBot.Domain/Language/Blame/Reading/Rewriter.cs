using System.Text.RegularExpressions;

namespace IncidentBot.Domain.Language.Blame.Reading;

/// <summary>Rewrites a text without its blame; a rewrite that doesn't pass the check is not offered.</summary>
internal sealed partial class Rewriter(Passage passage, PeoplePresent people)
{
    private const int MostRounds = 5;

    /// <summary>The text with the flagged sentence rewritten; all other sentences stay as written.</summary>
    public string? Rewrite(FlaggedWords flagged)
    {
        var start = passage.Tokens[flagged.Sentence.From].Start;
        var end = passage.Tokens[flagged.Sentence.To - 1].End;
        var sentence = Read(passage.Text[start..end]);
        var words = new BlameReader(sentence).FlaggedWords()
            .FirstOrDefault(one => IsSame(passage, flagged, start, sentence, one)) is { } here
            ? RewriteUntilClean(RewriteOnce(sentence, here))
            : null;
        return words is null ? null : passage.Text[..start] + words + passage.Text[end..];
    }

    private static bool IsSame(Passage whole, FlaggedWords flagged, int start, Passage sentence, FlaggedWords one) =>
        whole.Tokens[flagged.From].Start - start == sentence.Tokens[one.From].Start && one.Rule == flagged.Rule;

    private string? RewriteUntilClean(string? text)
    {
        for (var round = 0; text is not null && round < MostRounds; round++)
        {
            var again = Read(text);
            if (new BlameReader(again).FlaggedWords() is not [var next, ..])
            {
                return text;
            }

            text = RewriteOnce(again, next);
        }

        return null;
    }

    private Passage Read(string text) => new(text, passage.Field, people, passage.Pack);

    private static string? RewriteOnce(Passage passage, FlaggedWords flagged) =>
        flagged.Pattern is null ? WithoutName(passage, flagged) : WithTemplate(passage, flagged);

    private static string WithoutName(Passage passage, FlaggedWords flagged)
    {
        var words = passage.Text.Contains(passage.Pack.StandIn, StringComparison.OrdinalIgnoreCase)
            ? passage.Pack.SecondStandIn
            : passage.Pack.StandIn;
        return ReplaceWords(passage, flagged.Sentence, passage.Tokens[flagged.From].Start, passage.Tokens[flagged.To - 1].End, words);
    }

    private static string? WithTemplate(Passage passage, FlaggedWords flagged)
    {
        var pattern = flagged.Pattern!;
        var whole = passage.Field.RecordsFacts() ? pattern.Fact ?? pattern.Rewrite : pattern.Rewrite;
        if ((whole ?? pattern.Instead) is not { } template || Template.Fill(passage, flagged, template) is not { } words)
        {
            return null;
        }

        if (whole is not null && whole == pattern.Rewrite && !IsClause(passage, flagged))
        {
            return null;
        }

        var from = whole is null ? flagged.Match!.From : flagged.From;
        if (words.Length == 0 && from > 0 && passage.Tokens[from - 1].Is(passage.Pack.Classes.Auxiliary))
        {
            return null;
        }

        var to = whole is null ? flagged.Match!.To : Template.EndOf(passage, flagged.Sentence);
        return ReplaceWords(passage, flagged.Sentence, passage.Tokens[from].Start, passage.Tokens[to - 1].End, words);
    }

    /// <summary>True when the rewritten part is a clause of its own with nothing between its subject and its verb.</summary>
    private static bool IsClause(Passage passage, FlaggedWords flagged)
    {
        var (classes, from) = (passage.Pack.Classes, flagged.From);
        var opens = from <= flagged.Sentence.Start || passage.Tokens[from - 1].Kind == TokenKind.Mark
            || passage.Tokens[from - 1].Is(classes.Conjunction | classes.Subordinator | classes.Adverb);
        return opens && !Enumerable.Range(from, flagged.Match!.From - from)
            .Any(i => passage.Tokens[i].Kind == TokenKind.Mark || passage.Tokens[i].Is(classes.Conjunction | classes.Finite));
    }

    /// <summary>Replaces words, and fixes spaces and capitals around them.</summary>
    private static string ReplaceWords(Passage passage, Sentence sentence, int start, int end, string words)
    {
        var text = passage.Text;
        var (before, after) = (text[..start], text[end..]);
        if (words.Length == 0)
        {
            before = after.StartsWith(',') ? before.TrimEnd(' ', ',') + " " : before;
            after = after.TrimStart(' ', ',', ':');
        }

        var rest = words + after;
        if (start <= passage.Tokens[sentence.Start].Start && rest.Length > 0 && char.IsUpper(text[start]))
        {
            rest = char.ToUpperInvariant(rest[0]) + rest[1..];
        }

        var mended = passage.Pack.Repairs.Aggregate(before + rest, (words, repair) => repair.Broken.Replace(words, repair.Mended));
        return Blanks().Replace(BeforeMark().Replace(mended, "${mark}"), " ").Trim();
    }

    [GeneratedRegex(@" +(?<mark>[.,;:!?](?:\s|$))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BeforeMark();

    [GeneratedRegex("  +", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Blanks();
}
