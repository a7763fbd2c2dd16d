using System.Text.Json;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Hosting;

/// <summary>What figures count is kept beside what they are about; at the end of every test the two still agree.</summary>
internal static class FigureCheck
{
    public static async Task<IReadOnlyList<string>> DifferencesAsync(IncidentDb db)
    {
        var kept = await db.FigureRows.AsNoTracking().OrderBy(row => row.IncidentNumber).ToListAsync();
        var incidents = await db.Incidents.AsNoTracking().OrderBy(incident => incident.Number).ToListAsync();
        var postMortems = await db.PostMortems.AsNoTracking().ToDictionaryAsync(each => each.IncidentNumber);
        var expected = incidents.ConvertAll(FigureRow.Of);
        expected.ForEach(row => Take(row, postMortems));
        return [.. expected.Select(Text).Except(kept.Select(Text)), .. kept.Select(Text).Except(expected.Select(Text))];
    }

    private static void Take(FigureRow row, Dictionary<int, PostMortem> postMortems)
    {
        if (postMortems.TryGetValue(row.IncidentNumber, out var postMortem))
        {
            row.Take(postMortem);
        }
    }

    private static string Text(FigureRow row) => JsonSerializer.Serialize(row);
}
