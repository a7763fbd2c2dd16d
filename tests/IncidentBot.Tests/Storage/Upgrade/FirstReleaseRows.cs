using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Storage;
using IncidentBot.Tests.Architecture;

namespace IncidentBot.Tests.Storage.Upgrade;

/// <summary>
/// The rows of a first-release database after a whole incident: <c>first_release.json</c>, one line for each row.
/// <see cref="UpgradeTests"/> rewrite the file when INCIDENTBOT_KEEP_ROWS is set.
/// </summary>
internal sealed record FirstReleaseRows(IReadOnlyDictionary<string, IReadOnlyList<string>> Tables)
{
    private static string File => Path.Combine(Repository.Root, "tests/IncidentBot.Tests/Storage/Upgrade/first_release.json");

    public static FirstReleaseRows FromFile() => new(JsonNode.Parse(System.IO.File.ReadAllText(File))!.AsObject().ToDictionary(
        table => table.Key, table => (IReadOnlyList<string>)[.. table.Value!.AsArray().Select(row => TableRows.Line(row!))]));

    public static async Task<FirstReleaseRows> OfAsync(IncidentDb db)
    {
        var tables = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var table in TableRows.OfFirstRelease)
        {
            tables[table.Table] = await table.ReadAsync(db);
        }

        return new FirstReleaseRows(tables);
    }

    /// <summary>Inserts the rows into the tables of the first release or a later one, whose new columns have defaults.</summary>
    public async Task PutAsync(IncidentDb db)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        foreach (var table in TableRows.OfFirstRelease)
        {
            await table.WriteAsync(db, Tables[table.Table]);
        }

        await transaction.CommitAsync();
    }

    /// <summary>The tables that are not empty, except for the rate limits, which depend on real time.</summary>
    public IEnumerable<string> Filled => Tables.Where(table => table.Value.Count > 0).Select(table => table.Key).Except(["slack_limits"]);

    /// <summary>Writes these rows to the file when INCIDENTBOT_KEEP_ROWS is set.</summary>
    public void SaveIfAsked()
    {
        if (Environment.GetEnvironmentVariable("INCIDENTBOT_KEEP_ROWS") is { Length: > 0 })
        {
            Save();
        }
    }

    private void Save()
    {
        var text = new StringBuilder("{\n");
        foreach (var (table, rows) in Tables)
        {
            text
                .Append(text.Length > 2 ? ",\n" : "")
                .Append(JsonSerializer.Serialize(table))
                .Append(": [\n")
                .AppendJoin(",\n", rows)
                .Append("\n]");
        }

        System.IO.File.WriteAllText(File, text.Append("\n}\n").ToString());
    }
}
