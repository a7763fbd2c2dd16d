using System.Globalization;
using System.Text;

namespace IncidentBot.Domain.Language.Blame;

/// <summary>The people whose names are recognised: they took part in the incident or are in the meeting.</summary>
public sealed class PeoplePresent
{
    private readonly Dictionary<string, HashSet<string>> others = new(StringComparer.Ordinal);
    private readonly HashSet<string> handles = new(StringComparer.Ordinal);

    private PeoplePresent()
    {
    }

    /// <summary>No known people; mentions still count.</summary>
    public static PeoplePresent None { get; } = new();

    /// <summary>
    /// Reads people as they are shown: <c>Priya Nair</c>, <c>Priya Nair (@priya)</c>, <c>@deploy-dan</c>, <c>deploy-dan</c>.
    /// </summary>
    public static PeoplePresent From(IEnumerable<string> people)
    {
        var present = new PeoplePresent();
        foreach (var person in people)
        {
            present.Add(person);
        }

        return present;
    }

    /// <summary>The languages in which people write; a word of <see cref="BlameLanguages"/> each.</summary>
    public IReadOnlyList<string> Languages { get; private init; } = [BlameLanguages.English];

    /// <summary>The same people, who write in these languages.</summary>
    /// <param name="languages">Words of <see cref="BlameLanguages"/>, the most usual first.</param>
    public PeoplePresent Writing(IReadOnlyList<string> languages)
    {
        var same = new PeoplePresent { Languages = languages };
        same.handles.UnionWith(handles);
        foreach (var (name, rest) in others)
        {
            same.others[name] = rest;
        }

        return same;
    }

    /// <summary>True when the word is a handle, which can only be a person.</summary>
    internal bool IsHandle(string word) => handles.Contains(Folded(word));

    /// <summary>True when the word is part of someone's name.</summary>
    internal bool IsName(string word) => others.ContainsKey(Folded(word));

    /// <summary>True when both words belong to the same person's name.</summary>
    internal bool AreOneName(string word, string next) => others.TryGetValue(Folded(word), out var rest) && rest.Contains(Folded(next));

    private void Add(string person)
    {
        var words = person.Split([' ', '\t', '(', ')', ',', '|', '<', '>'], StringSplitOptions.RemoveEmptyEntries);
        var parts = new List<string>();
        foreach (var word in words)
        {
            if (word[0] == '@' || (words.Length == 1 && IsHandleLike(word)))
            {
                handles.Add(Folded(word.TrimStart('@')));
            }
            else if (char.IsUpper(word[0]) && word.TrimEnd('.').Length > 1)
            {
                parts.Add(Folded(word));
            }
        }

        foreach (var part in parts)
        {
            others.TryAdd(part, []);
            others[part].UnionWith(parts.Where(other => other != part));
        }
    }

    private static bool IsHandleLike(string word) => !char.IsUpper(word[0]);

    /// <summary>Lower case and without accents, so that "Jose" finds "José".</summary>
    private static string Folded(string word)
    {
        var lower = word.ToLowerInvariant();
        return Ascii.IsValid(lower)
            ? lower
            : string.Concat(
                lower.Normalize(NormalizationForm.FormD)
                    .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));
    }
}
