using IncidentBot.Domain.Causes;

namespace IncidentBot.Domain.Search;

/// <summary>A part of a text that shows why it was found.</summary>
/// <param name="Text">A word that was looked for, or the text between two of them.</param>
/// <param name="IsMatch">Whether it is such a word.</param>
public readonly record struct SnippetPart(string Text, bool IsMatch);

/// <summary>The part of a field in which most of the words stand, with these words marked.</summary>
/// <param name="Label">The field.</param>
/// <param name="Parts">The text in order.</param>
public sealed record Snippet(string Label, IReadOnlyList<SnippetPart> Parts)
{
    private const int Length = 150;
    private const int Before = 40;

    /// <summary>The best place in an incident; null when no field has one of the words.</summary>
    /// <param name="text">The incident's text.</param>
    /// <param name="stems">The words that were looked for.</param>
    /// <param name="most">Fields that are shown anyway, by label.</param>
    public static Snippet? Of(SearchText text, IReadOnlySet<string> stems, params IReadOnlyList<string> most)
    {
        var best = text.Fields.Where(field => !most.Contains(field.Label))
            .Select(field => (Field: field, Count: SearchText.Stems(field.Text).Where(stems.Contains).Distinct().Count()))
            .Where(each => each.Count > 0)
            .OrderByDescending(each => each.Count).ThenByDescending(each => each.Field.Weight)
            .Select(each => each.Field).FirstOrDefault();
        return best.Label is null ? null : new Snippet(best.Label, [.. Mark(Window(best.Text, stems), stems)]);
    }

    /// <summary>A text with the words marked.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="stems">The words that were looked for.</param>
    public static IEnumerable<SnippetPart> Mark(string text, IReadOnlySet<string> stems)
    {
        var from = 0;
        foreach (var (start, end) in Words(text).Where(word => IsMatch(text[word.Start..word.End], stems)))
        {
            if (start > from)
            {
                yield return new SnippetPart(text[from..start], false);
            }

            yield return new SnippetPart(text[start..end], true);
            from = end;
        }

        if (from < text.Length)
        {
            yield return new SnippetPart(text[from..], false);
        }
    }

    private static bool IsMatch(string word, IReadOnlySet<string> stems) => SearchText.Stems(word).Any(stems.Contains);

    /// <summary>About a line around the first match, cut between words.</summary>
    private static string Window(string text, IReadOnlySet<string> stems)
    {
        var line = string.Join(" · ", text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= Length)
        {
            return line;
        }

        var words = Words(line).ToList();
        var first = words.Find(word => IsMatch(line[word.Start..word.End], stems)).Start;
        var start = first <= Before ? 0 : words.First(word => word.Start >= first - Before).Start;
        var end = words.FindLast(word => word.End <= start + Length) is { End: > 0 } last ? Math.Max(last.End, start) : start + Length;
        end = line.Length - start <= Length ? line.Length : end;
        return $"{(start > 0 ? "… " : "")}{line[start..end]}{(end < line.Length ? " …" : "")}";
    }

    /// <summary>Where words stand, as <see cref="CauseTerms"/> splits a text.</summary>
    private static IEnumerable<(int Start, int End)> Words(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            while (at < text.Length && (char.IsLetter(text[at]) || (at > start && char.IsDigit(text[at]))))
            {
                at++;
            }

            if (at > start)
            {
                yield return (start, at);
            }
            else
            {
                at++;
            }
        }
    }
}
