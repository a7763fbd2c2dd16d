using IncidentBot.Domain.Search;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.PostMortems.Search;

/// <summary>
/// Keeps the index of the log. What changed is noted in the transaction of the change (<see cref="SearchMarks"/>); here the noted
/// incidents are read as they are now, and their rows and their words in the index are written, in one transaction that also deletes
/// the notes. A crash in the middle leaves the notes.
/// </summary>
internal sealed class SearchIndex(IServiceScopeFactory scopes) : IDisposable
{
    /// <summary>Few at once: on SQLite, everyone else who writes waits meanwhile.</summary>
    public const int InOneTransaction = 10;

    private const int NamesInOneQuery = 400;

    /// <summary>Any number that nothing else locks; several nodes write the index one after the other.</summary>
    private const string Lock = "SELECT pg_advisory_xact_lock(2026113022)";

    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Writes the newest changes; returns how many incidents, fewer than asked for when no more are behind.</summary>
    /// <param name="patience">How long to wait for another caller that is writing.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<int> CatchUpAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        if (!await _turn.WaitAsync(patience, cancellationToken))
        {
            return 0;
        }

        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<IncidentDb>();
            if (!await db.StaleSearches.AnyAsync(cancellationToken) && !await db.StaleNearMisses.AnyAsync(cancellationToken))
            {
                return 0;
            }

            var written = 0;
            await db.InTransactionAsync(async () => written = await WriteAsync(db, cancellationToken), cancellationToken);
            return written;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private static async Task<int> WriteAsync(IncidentDb db, CancellationToken cancellationToken)
    {
        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlRawAsync(Lock, cancellationToken);
        }

        // Near misses are few; they don't wait until all incidents of earlier years are written.
        var nearMisses = await db.StaleNearMisses.AsNoTracking().OrderByDescending(mark => mark.Id).Take(InOneTransaction)
            .Select(mark => new { mark.Id, Number = mark.NearMissNumber }).ToListAsync(cancellationToken);
        var incidents = await db.StaleSearches.AsNoTracking().OrderByDescending(mark => mark.Id)
            .Take(InOneTransaction - nearMisses.Count)
            .Select(mark => new { mark.Id, Number = mark.IncidentNumber }).ToListAsync(cancellationToken);
        await WriteAsync(
            db,
            [
                .. await db.SearchTextsAsync([.. incidents.Select(mark => mark.Number).Distinct()], cancellationToken),
                .. await db.NearMissTextsAsync([.. nearMisses.Select(mark => mark.Number).Distinct()], cancellationToken),
            ],
            cancellationToken);
        var ofNearMisses = nearMisses.ConvertAll(mark => mark.Id);
        await db.StaleNearMisses.Where(mark => ofNearMisses.Contains(mark.Id)).ExecuteDeleteAsync(cancellationToken);
        var ofIncidents = incidents.ConvertAll(mark => mark.Id);
        await db.StaleSearches.Where(mark => ofIncidents.Contains(mark.Id)).ExecuteDeleteAsync(cancellationToken);
        return incidents.Count + nearMisses.Count;
    }

    private static async Task WriteAsync(
        IncidentDb db, IReadOnlyList<KeyValuePair<int, SearchText>> texts, CancellationToken cancellationToken)
    {
        var numbers = texts.Select(each => each.Key).ToList();
        var rows = await db.SearchRows.Where(row => numbers.Contains(row.IncidentNumber))
            .ToDictionaryAsync(row => row.IncidentNumber, cancellationToken);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (number, text) in texts)
        {
            Write(db, rows.GetValueOrDefault(number), number, text, counts);
        }

        await CountAsync(db, counts, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static void Write(IncidentDb db, SearchRow? row, int number, SearchText text, Dictionary<string, int> counts)
    {
        var (before, after) = (row?.Words ?? new Dictionary<string, int>(), text.Weights());
        foreach (var (word, weight) in before.Where(each => after.GetValueOrDefault(each.Key) != each.Value))
        {
            db.Remove(new SearchPosting { Word = word, Weight = weight, IncidentNumber = number });
            counts[word] = counts.GetValueOrDefault(word) - 1;
        }

        foreach (var (word, weight) in after.Where(each => before.GetValueOrDefault(each.Key) != each.Value))
        {
            db.Add(new SearchPosting { Word = word, Weight = weight, IncidentNumber = number });
            counts[word] = counts.GetValueOrDefault(word) + 1;
        }

        if (row is null)
        {
            db.SearchRows.Add(new SearchRow { IncidentNumber = number, Text = text, Words = after });
        }
        else
        {
            (row.Text, row.Words) = (text, after);
        }
    }

    private static async Task CountAsync(IncidentDb db, Dictionary<string, int> counts, CancellationToken cancellationToken)
    {
        foreach (var words in counts.Where(each => each.Value != 0).Select(each => each.Key).Chunk(NamesInOneQuery))
        {
            var known = await db.SearchWords.Where(word => words.Contains(word.Word))
                .ToDictionaryAsync(word => word.Word, cancellationToken);
            foreach (var word in words)
            {
                var row = known.GetValueOrDefault(word) ?? db.SearchWords.Add(new SearchWord { Word = word }).Entity;
                row.Incidents += counts[word];
                if (row.Incidents <= 0)
                {
                    db.SearchWords.Remove(row);
                }
            }
        }
    }
}
