using IncidentBot.Domain.Causes;
using IncidentBot.Domain.Search;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.PostMortems.Search;

/// <summary>Finds what a misspelt word was meant to be, among the words of the index.</summary>
internal static class MeantWords
{
    private const int MostCompared = 3_000;
    private const int RightLetters = 2;

    /// <summary>
    /// The most frequent word with one mistake less or, for a long word, with two; null when there is none. The mistake can be in the
    /// ending that the stem lost: who types "paymnets" means "payments".
    /// </summary>
    public static async Task<SearchWord?> MeantWordAsync(this IncidentDb db, CauseTerm typed, CancellationToken cancellationToken)
    {
        var stem = typed.Stem;
        var forgiven = Spelling.Forgiven(typed.Word);
        if (forgiven == 0)
        {
            return null;
        }

        var meant = await AmongAsync(db, Spelling.OneMistake(stem), cancellationToken)
            ?? await AmongAsync(db, Spelling.OneMistake(typed.Word).SelectMany(SearchText.Stems), cancellationToken);
        return meant ?? (forgiven > 1 && stem.Length > RightLetters ? await WithTwoMistakesAsync(db, stem, cancellationToken) : null);
    }

    private static async Task<SearchWord?> AmongAsync(IncidentDb db, IEnumerable<string> stems, CancellationToken cancellationToken)
    {
        var near = stems.Distinct(StringComparer.Ordinal).ToList();
        return await db.SearchWords.AsNoTracking().Where(word => near.Contains(word.Word))
            .OrderByDescending(word => word.Incidents).ThenBy(word => word.Word).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Two mistakes are looked for among the words that begin alike.</summary>
    private static async Task<SearchWord?> WithTwoMistakesAsync(IncidentDb db, string stem, CancellationToken cancellationToken)
    {
        var beginning = stem[..RightLetters];
        var alike = await db.SearchWords.AsNoTracking().Where(word => word.Word.StartsWith(beginning))
            .OrderByDescending(word => word.Incidents).Take(MostCompared).ToListAsync(cancellationToken);
        return alike.Where(word => Math.Abs(word.Word.Length - stem.Length) <= 2 && Spelling.Distance(word.Word, stem) <= 2)
            .OrderByDescending(word => word.Incidents).ThenBy(word => word.Word, StringComparer.Ordinal).FirstOrDefault();
    }
}
