using IncidentBot.Domain;
using IncidentBot.Domain.Causes;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Search;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.PostMortems.Search;

/// <summary>
/// Searches the log for one reader. The same plain queries run on both engines, so both find the same. How much is read doesn't
/// depend on how long the log is: of each word only the incidents that it says most about, and only of the rarest words.
/// </summary>
internal sealed class IncidentSearch(IncidentDb db, SearchIndex index)
{
    public const int MostWords = 12;
    private const int MostRead = 6;
    private const int ReadOfOneWord = 1_000;
    private const int InOneLook = 60;
    private const int MostLooks = 5;
    private const int MostSimilar = 2;
    private const double Resembles = 0.4;

    /// <summary>A search opens a modal or answers a command, so it rather misses the last change than waits for it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    /// <summary>The incidents with these words that the reader may see, and the near misses, best first.</summary>
    /// <param name="reader">Who searches.</param>
    /// <param name="text">As typed.</param>
    /// <param name="skip">How many were shown before.</param>
    /// <param name="take">How many are shown now.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<SearchResults> SearchAsync(PersonId reader, string text, int skip, int take, CancellationToken cancellationToken)
    {
        await index.CatchUpAsync(Patience, cancellationToken);
        var words = await WordsAsync(text, cancellationToken);
        if (words.Counts.Count == 0)
        {
            return SearchResults.None;
        }

        var seen = db.Incidents.Where(IncidentVisibility.SeenBy(reader));
        var all = await NewestAsync(cancellationToken);
        var found = await FindAsync(words.Counts, Found(seen, nearMisses: true), skip + take + 1, all, cancellationToken);
        var page = found.Skip(skip).Take(take).ToList();
        return new SearchResults(page, words.Counts.Keys.ToHashSet(StringComparer.Ordinal), found.Count > skip + take)
        {
            // The words of incidents that the reader can't see are none of their business.
            MeantInstead = [.. words.Instead.Where(word => page.Exists(each => each.Hit.Stems.Contains(word)))],
        };
    }

    /// <summary>
    /// Earlier incidents that resemble one that is being declared or written about: at most two, best first; none that merely share
    /// a frequent word.
    /// </summary>
    /// <param name="reader">Who would see them.</param>
    /// <param name="text">Its title, and whatever else is known.</param>
    /// <param name="service">Its service; empty when none is named.</param>
    /// <param name="except">The incident itself; null before it is declared.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<IReadOnlyList<SimilarIncident>> SimilarAsync(
        PersonId reader, string text, string service, int? except, CancellationToken cancellationToken) =>
        SimilarAmongAsync(db.Incidents.Where(IncidentVisibility.SeenBy(reader)), text, service, except, cancellationToken);

    /// <summary>The same among incidents that whoever asks has chosen, and may see.</summary>
    public async Task<IReadOnlyList<SimilarIncident>> SimilarAmongAsync(
        IQueryable<Incident> among, string text, string service, int? except, CancellationToken cancellationToken)
    {
        var named = SearchText.Stems(service).ToHashSet(StringComparer.Ordinal);
        var (counts, _) = await WordsAsync($"{text} {service}", cancellationToken, forgives: false);
        if (counts.Count == 0)
        {
            return [];
        }

        var seen = among.Where(IncidentMetrics.Counted).Where(incident => incident.Number != except);
        var all = await NewestAsync(cancellationToken);
        var found = await FindAsync(counts, Found(seen, nearMisses: false), InOneLook, all, cancellationToken);
        var total = counts.Sum(each => SearchRanking.Rarity(each.Value, all));
        return
        [
            .. found.Select(each => (each, Shared: each.Hit.Stems.Sum(stem => SearchRanking.Rarity(counts[stem], all)) / total))
                .Where(each => each.Shared >= Resembles && SharesEnough(each.each, named))
                .OrderByDescending(each => each.each.Hit.Score).Take(MostSimilar)
                .Select(each => Similar(each.each, each.Shared, named)),
        ];
    }

    /// <summary>Two words besides the service, or one word and the same service.</summary>
    private static bool SharesEnough(FoundIncident found, HashSet<string> service)
    {
        var words = found.Hit.Stems.Count(stem => !service.Contains(stem));
        var isSameService = service.Count > 0 && service.IsSubsetOf(SearchText.Stems(found.Text.Service));
        return words >= 2 || (words == 1 && isSameService);
    }

    private static SimilarIncident Similar(FoundIncident found, double score, HashSet<string> service)
    {
        var spelled = found.Text.Fields.SelectMany(field => CauseTerms.Of(field.Text)).GroupBy(term => term.Stem, StringComparer.Ordinal)
            .ToDictionary(terms => terms.Key, terms => terms.First().Word, StringComparer.Ordinal);
        return new SimilarIncident(
            found.Hit.Number,
            found.Text.Title,
            score,
            [.. found.Hit.Stems.Where(stem => !service.Contains(stem)).Select(stem => spelled.GetValueOrDefault(stem, stem))]);
    }

    /// <summary>The words that are in the index, with how many incidents have them, and those that stand for misspelt ones.</summary>
    private async Task<(Dictionary<string, int> Counts, IReadOnlyList<string> Instead)> WordsAsync(
        string text, CancellationToken cancellationToken, bool forgives = true)
    {
        var terms = SearchText.Terms(text).DistinctBy(term => term.Stem).Take(MostWords).ToList();
        var stems = terms.ConvertAll(term => term.Stem);
        var counts = await db.SearchWords.AsNoTracking().Where(word => stems.Contains(word.Word))
            .ToDictionaryAsync(word => word.Word, word => word.Incidents, StringComparer.Ordinal, cancellationToken);
        var instead = new List<string>();
        var unknown = terms.FindAll(term => forgives && !counts.ContainsKey(term.Stem));
        foreach (var term in unknown)
        {
            if (await db.MeantWordAsync(term, cancellationToken) is { } meant && counts.TryAdd(meant.Word, meant.Incidents))
            {
                instead.Add(meant.Word);
            }
        }

        return (counts, instead);
    }

    private async Task<IReadOnlyList<FoundIncident>> FindAsync(
        Dictionary<string, int> counts, IQueryable<SearchRow> seen, int most, int all, CancellationToken cancellationToken)
    {
        var read = new List<SearchedWord>();
        var rarest = counts.OrderBy(each => each.Value).ThenBy(each => each.Key, StringComparer.Ordinal).Take(MostRead);
        foreach (var (word, incidents) in rarest)
        {
            read.Add(new SearchedWord(word, incidents, await PostingsAsync(word, cancellationToken)));
        }

        var found = new List<FoundIncident>();
        foreach (var look in SearchRanking.Rank(read, all).Select(hit => hit.Number).Chunk(InOneLook).Take(MostLooks))
        {
            found.AddRange(await LookAsync(look, counts, seen, all, cancellationToken));
            if (found.Count >= most)
            {
                break;
            }
        }

        return [.. found.Take(most)];
    }

    /// <summary>Of each word, the incidents that it says most about: the key of the table is in this order.</summary>
    private async Task<IReadOnlyDictionary<int, int>> PostingsAsync(string word, CancellationToken cancellationToken) =>
        await db.SearchPostings.AsNoTracking().Where(posting => posting.Word == word)
            .OrderByDescending(posting => posting.Weight).ThenByDescending(posting => posting.IncidentNumber).Take(ReadOfOneWord)
            .Select(posting => new { posting.IncidentNumber, posting.Weight })
            .ToDictionaryAsync(posting => posting.IncidentNumber, posting => posting.Weight, cancellationToken);

    /// <summary>Ranks candidates by all their words, also those that were not read because they are frequent.</summary>
    private static async Task<IReadOnlyList<FoundIncident>> LookAsync(
        int[] numbers, Dictionary<string, int> counts, IQueryable<SearchRow> seen, int all, CancellationToken cancellationToken)
    {
        var rows = await seen.Where(row => numbers.Contains(row.IncidentNumber))
            .ToDictionaryAsync(row => row.IncidentNumber, cancellationToken);
        var words = counts.Select(word => new SearchedWord(
            word.Key,
            word.Value,
            rows.Values.Where(row => row.Words.ContainsKey(word.Key)).ToDictionary(row => row.IncidentNumber, row => row.Words[word.Key])));
        return [.. SearchRanking.Rank([.. words], all).Select(hit => new FoundIncident(hit, rows[hit.Number].Text))];
    }

    /// <summary>What can be found: these incidents, and near misses, which everyone may see.</summary>
    private IQueryable<SearchRow> Found(IQueryable<Incident> seen, bool nearMisses) =>
        db.SearchRows.AsNoTracking().Where(row =>
            (nearMisses && row.IncidentNumber < 0) || seen.Any(incident => incident.Number == row.IncidentNumber));

    /// <summary>About how many incidents there are; counting them would take longer every year.</summary>
    private async Task<int> NewestAsync(CancellationToken cancellationToken) =>
        await db.SearchRows.MaxAsync(row => (int?)row.IncidentNumber, cancellationToken) ?? 0;
}
