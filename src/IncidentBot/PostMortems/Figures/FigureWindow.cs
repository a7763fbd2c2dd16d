namespace IncidentBot.PostMortems.Figures;

/// <summary>What figures are about: a period, and all services or one.</summary>
/// <param name="From">Its first instant, UTC.</param>
/// <param name="Until">The first instant after it, UTC.</param>
/// <param name="Spellings">The spellings of the service; null for all services.</param>
internal sealed record FigureWindow(DateTimeOffset From, DateTimeOffset Until, IReadOnlyList<string>? Spellings = null);

/// <summary>One line of the list that a figure counts.</summary>
/// <param name="Number">The incident.</param>
/// <param name="Detail">What counts about it; shown to those who may see the incident.</param>
internal sealed record FigureLine(int Number, string Detail);

/// <summary>Which part of a list is shown.</summary>
internal sealed record ListPage(int Skip, int Most);

/// <summary>A page of a list, and how long the whole list is.</summary>
internal sealed record Listed<T>(IReadOnlyList<T> Rows, int Total)
{
    public Listed<TOther> Select<TOther>(Func<T, TOther> convert) => new([.. Rows.Select(convert)], Total);
}
