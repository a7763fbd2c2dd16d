using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.PostMortems.Figures;

/// <summary>How often the write-ups of a period were read.</summary>
internal sealed record ReadCounts(int WriteUps, int Read, int Readers);

/// <summary>Reads whether write-ups are read, and whether causes turned out to be open again.</summary>
internal sealed class LearningFigures(IncidentDb db)
{
    public async Task<ReadCounts> ReadAsync(FigureWindow window, CancellationToken cancellationToken)
    {
        var published = db.PublishedIn(window).Select(row => row.IncidentNumber);
        var readers = db.WriteUpReaders.Where(reader => published.Contains(reader.IncidentNumber));
        return new ReadCounts(
            await published.CountAsync(cancellationToken),
            await readers.Select(reader => reader.IncidentNumber).Distinct().CountAsync(cancellationToken),
            await readers.CountAsync(cancellationToken));
    }

    /// <summary>The write-ups published in the period with the number of their readers, newest first.</summary>
    public async Task<Listed<(int Number, int Readers)>> ReadersAsync(
        FigureWindow window, ListPage page, CancellationToken cancellationToken)
    {
        var published = db.PublishedIn(window);
        var rows = await published.OrderByDescending(row => row.PublishedAt).ThenBy(row => row.IncidentNumber)
            .Skip(page.Skip).Take(page.Most)
            .Select(row => new
            {
                row.IncidentNumber,
                Readers = db.WriteUpReaders.Count(reader => reader.IncidentNumber == row.IncidentNumber),
            })
            .ToListAsync(cancellationToken);
        return new Listed<(int Number, int Readers)>(
            rows.ConvertAll(row => (row.IncidentNumber, row.Readers)), await published.CountAsync(cancellationToken));
    }

    /// <summary>In how many incidents the structural gap was opened again in the period.</summary>
    public Task<int> ReopenedAsync(FigureWindow window, CancellationToken cancellationToken) =>
        db.ReopenedIn(window).CountAsync(cancellationToken);

    /// <summary>The list behind that, newest first.</summary>
    public async Task<Listed<int>> ReopenedRowsAsync(FigureWindow window, ListPage page, CancellationToken cancellationToken) => new(
        await db.ReopenedIn(window).OrderByDescending(row => row.ReopenedAt).ThenBy(row => row.IncidentNumber)
            .Skip(page.Skip).Take(page.Most).Select(row => row.IncidentNumber)
            .ToListAsync(cancellationToken),
        await ReopenedAsync(window, cancellationToken));
}
