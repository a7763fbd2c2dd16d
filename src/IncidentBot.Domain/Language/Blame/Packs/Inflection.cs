using System.Text.RegularExpressions;
using IncidentBot.Domain.Language.Blame.Reading;

namespace IncidentBot.Domain.Language.Blame.Packs;

/// <summary>Makes the forms of a verb from its entry in a pack.</summary>
internal sealed class Inflection(InflectionFile file)
{
    /// <summary>Doubles the last consonant: "ship+" is "shipped" and "shipping".</summary>
    private const char Doubling = '+';

    public Verb Of(string entry)
    {
        var parts = entry.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is not (1 or 3))
        {
            throw new InvalidDataException($"'{entry}' is not a verb: write the base form, or base, past and participle.");
        }

        var stem = parts[0].TrimEnd(Doubling);
        var doubled = parts[0][^1] == Doubling ? stem + stem[^1] : stem;
        var past = parts.Length == 3 ? parts[1] : Ending(doubled, file.Past);
        return new Verb(stem, Ending(stem, file.Third), past, parts.Length == 3 ? parts[2] : past, Ending(doubled, file.Gerund));
    }

    /// <summary>Guesses the class of an unknown word by its ending.</summary>
    public VerbForms FormsOfUnknown(string word) =>
        word.Length > 4 && file.UnknownPast.Exists(end => word.EndsWith(end, StringComparison.Ordinal))
            ? VerbForms.Past | VerbForms.Participle
        : word.Length > 5 && file.UnknownGerund.Exists(end => word.EndsWith(end, StringComparison.Ordinal)) ? VerbForms.Gerund
        : VerbForms.None;

    private static string Ending(string word, List<string[]> endings)
    {
        var fitting = endings.Find(ending => Regex.IsMatch(word, ending[0], RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)))
            ?? throw new InvalidDataException($"No ending of the language pack fits '{word}'.");
        return Regex.Replace(word, fitting[0], fitting[1], RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }
}
