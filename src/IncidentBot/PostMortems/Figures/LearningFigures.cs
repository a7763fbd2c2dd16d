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
        var published = db.PublishedIn(window).Select(postMortem => postMortem.IncidentNumber);
        var readers = db.WriteUpReaders.Where(reader => published.Contains(reader.IncidentNumber));
        return new ReadCounts(
            await published.CountAsync(cancellationToken),
            await readers.Select(reader => reader.IncidentNumber).Distinct().CountAsync(cancellationToken),
            await readers.CountAsync(cancellationToken));
    }

    /// <summary>The write-ups published in the period with the number of their readers, newest first.</summary>
    public async Task<IReadOnlyList<(int Number, int Readers)>> ReadersAsync(FigureWindow window, CancellationToken cancellationToken)
    {
        var rows = await (
            from postMortem in db.PostMortems.AsNoTracking()
            join incident in db.CountedIn(window) on postMortem.IncidentNumber equals incident.Number
            where postMortem.WriteUp.PublishedAt >= window.From && postMortem.WriteUp.PublishedAt < window.Until
            orderby postMortem.WriteUp.PublishedAt descending
            select new { incident.Number, Readers = db.WriteUpReaders.Count(reader => reader.IncidentNumber == incident.Number) })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => (row.Number, row.Readers))];
    }

    /// <summary>The incidents whose structural gap was opened again in the period, newest first.</summary>
    public async Task<IReadOnlyList<int>> ReopenedAsync(FigureWindow window, CancellationToken cancellationToken) => await (
        from postMortem in db.PostMortems.AsNoTracking()
        join incident in db.CountedIn(window) on postMortem.IncidentNumber equals incident.Number
        where postMortem.Reviews.ReopenedAt >= window.From && postMortem.Reviews.ReopenedAt < window.Until
        orderby postMortem.Reviews.ReopenedAt descending
        select incident.Number).ToListAsync(cancellationToken);
}
