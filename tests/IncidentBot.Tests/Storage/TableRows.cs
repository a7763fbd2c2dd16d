using System.Data.Common;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Storage;
using IncidentBot.Storage.Migrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Storage;

namespace IncidentBot.Tests.Storage;

/// <summary>
/// The rows of a table, with the columns of the first release, as JSON. The JSON is the same on both engines, so that rows can
/// be stored, compared and copied into another database.
/// </summary>
internal sealed record TableRows(string Table, IReadOnlyList<(string Name, Type Type)> Columns)
{
    /// <summary>The tables of the first release, in the order of their foreign keys.</summary>
    public static IReadOnlyList<TableRows> OfFirstRelease { get; } = [.. new FirstSchema { ActiveProvider = "any" }.UpOperations
        .OfType<CreateTableOperation>()
        .OrderBy(table => table.ForeignKeys.Count).ThenBy(table => table.Name, StringComparer.Ordinal)
        .Select(table => new TableRows(table.Name, [.. table.Columns.Select(column => (column.Name, column.ClrType))]))];

    private static readonly JsonSerializerOptions AsTyped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private string Names => string.Join(", ", Columns.Select(column => $"\"{column.Name}\""));

    /// <summary>The rows, sorted; each is an array of values in the order of the columns.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(IncidentDb db)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT {Names} FROM {Table}";
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(Line(new JsonArray([.. Columns.Select((column, at) => Read(reader, at, column.Type))])));
        }

        return [.. rows.Order(StringComparer.Ordinal)];
    }

    public async Task WriteAsync(IncidentDb db, IEnumerable<string> rows)
    {
        await db.Database.OpenConnectionAsync();
        foreach (var row in rows)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            command.CommandText = $"INSERT INTO {Table} ({Names}) VALUES ({string.Join(", ", Columns.Select((_, at) => $"@p{at}"))})";
            foreach (var (value, at) in JsonNode.Parse(row)!.AsArray().Select((value, at) => (value, at)))
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = ($"@p{at}", Value(value, Columns[at].Type));
                command.Parameters.Add(parameter);
            }

            await command.ExecuteNonQueryAsync();
        }

        await AdvanceSequenceAsync(db);
    }

    /// <summary>Moves PostgreSQL's sequence past the inserted ids, which an INSERT with explicit ids does not do.</summary>
    private async Task AdvanceSequenceAsync(IncidentDb db)
    {
        if (db.Database.IsNpgsql()
            && Columns[0] is { Type: var type, Name: "id" or "number" }
            && (type == typeof(long) || type == typeof(int)))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            var column = Columns[0].Name;
            command.CommandText =
                $"SELECT setval(pg_get_serial_sequence('{Table}', '{column}'), coalesce(max({column}), 1)) FROM {Table}";
            await command.ExecuteNonQueryAsync();
        }
    }

    public static string Line(JsonNode row) => row.ToJsonString(AsTyped);

    private static JsonValue? Read(DbDataReader reader, int at, Type type) => reader.IsDBNull(at) ? null : Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => JsonValue.Create(reader.GetBoolean(at)),
        TypeCode.Int32 or TypeCode.Int64 => JsonValue.Create(reader.GetInt64(at)),
        TypeCode.DateTime =>
            JsonValue.Create(DateTime.SpecifyKind(reader.GetDateTime(at), DateTimeKind.Utc).ToString("O", CultureInfo.InvariantCulture)),
        TypeCode.String => JsonValue.Create(reader.GetString(at)),
        _ when type == typeof(Guid) => JsonValue.Create(reader.GetGuid(at).ToString()),
        _ when type == typeof(TimeSpan) => JsonValue.Create(reader.GetFieldValue<TimeSpan>(at).ToString("c", CultureInfo.InvariantCulture)),
        _ when type == typeof(DateOnly) => JsonValue.Create(reader.GetFieldValue<DateOnly>(at).ToString("O", CultureInfo.InvariantCulture)),
        _ => throw new NotSupportedException($"A column of type {type}."),
    };

    private static object Value(JsonNode? value, Type type) => value is null ? DBNull.Value : value.Deserialize(type)!;
}
