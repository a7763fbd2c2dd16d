using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Storage;
using IncidentBot.Tests.Architecture;

namespace IncidentBot.Tests.Storage.Upgrade;

/// <summary>
/// A database of the first release, as it was when a whole incident had been worked on: <c>first_release.json</c>, a line for
/// each row. <see cref="UpgradeTests"/> write it anew when INCIDENTBOT_KEEP_ROWS is set.
/// </summary>
internal sealed record KeptRows(IReadOnlyDictionary<string, IReadOnlyList<string>> Tables)
{
    private static string File => Path.Combine(Repository.Root, "tests/IncidentBot.Tests/Storage/Upgrade/first_release.json");

    public static KeptRows FromFile() => new(JsonNode.Parse(System.IO.File.ReadAllText(File))!.AsObject().ToDictionary(
        table => table.Key, table => (IReadOnlyList<string>)[.. table.Value!.AsArray().Select(row => TableRows.Line(row!))]));

    public static async Task<KeptRows> OfAsync(IncidentDb db)
    {
        var tables = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var table in TableRows.OfFirstRelease)
        {
            tables[table.Table] = await table.ReadAsync(db);
        }

        return new KeptRows(tables);
    }

    /// <summary>Into the tables of the first release, or of a later one: what is new has defaults.</summary>
    public async Task PutAsync(IncidentDb db)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        foreach (var table in TableRows.OfFirstRelease)
        {
            await table.WriteAsync(db, Tables[table.Table]);
        }

        await transaction.CommitAsync();
    }

    /// <summary>The tables that are not empty. How fast Slack was called is no matter.</summary>
    public IEnumerable<string> Filled => Tables.Where(table => table.Value.Count > 0).Select(table => table.Key).Except(["slack_limits"]);

    /// <summary>Keeps these rows instead, when somebody asks for it.</summary>
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
            text.Append(text.Length > 2 ? ",\n" : "").Append(JsonSerializer.Serialize(table)).Append(": [\n").AppendJoin(",\n", rows).Append("\n]");
        }

        System.IO.File.WriteAllText(File, text.Append("\n}\n").ToString());
    }
}
