using IncidentBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IncidentBot.Benchmarks.Years;

/// <summary>
/// Writes whole objects past the change tracker, with the model's own columns and conversions: COPY on PostgreSQL, one prepared statement
/// per table on SQLite.
/// </summary>
internal sealed class BulkWriter(IncidentDb db)
{
    private readonly Dictionary<Type, IReadOnlyList<BulkTable>> _tables = [];

    public void Add<T>(T item)
        where T : class
    {
        if (!_tables.TryGetValue(typeof(T), out var tables))
        {
            _tables[typeof(T)] = tables = BulkTable.Of<T>(db);
        }

        foreach (var table in tables)
        {
            table.Add(item);
        }
    }

    /// <summary>Writes what was added since the last time.</summary>
    public async Task FlushAsync()
    {
        await db.Database.OpenConnectionAsync();
        switch (db.Database.GetDbConnection())
        {
            case NpgsqlConnection postgres:
                await CopyAsync(postgres);
                break;
            case SqliteConnection sqlite:
                Insert(sqlite);
                break;
        }

        foreach (var table in _tables.Values.SelectMany(each => each))
        {
            table.Rows.Clear();
        }
    }

    /// <summary>What PostgreSQL does by itself within minutes: statistics, and numbers that go on after the last one.</summary>
    public async Task FinishAsync()
    {
        await FlushAsync();
        if (db.Database.GetDbConnection() is NpgsqlConnection postgres)
        {
            await using var command = postgres.CreateCommand();
            command.CommandText =
                "SELECT setval(pg_get_serial_sequence('incidents', 'number'), (SELECT max(number) FROM incidents))";
            command.CommandTimeout = 600;
            await command.ExecuteNonQueryAsync();
            command.CommandText = "VACUUM ANALYZE";
            await command.ExecuteNonQueryAsync();
        }
        else
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE);");
        }
    }

    private async Task CopyAsync(NpgsqlConnection connection)
    {
        foreach (var table in Filled())
        {
            await using var copy = await connection.BeginBinaryImportAsync(
                $"COPY {table.Name} ({NamesOf(table)}) FROM STDIN (FORMAT BINARY)");
            foreach (var row in table.Rows)
            {
                await copy.StartRowAsync();
                foreach (var (value, column) in row.Zip(table.Columns))
                {
                    await (value is null ? copy.WriteNullAsync() : copy.WriteAsync(value, column.Mapping.StoreType));
                }
            }

            await copy.CompleteAsync();
        }
    }

    private void Insert(SqliteConnection connection)
    {
        using (var pragma = connection.CreateCommand())
        {
            pragma.CommandText = "PRAGMA synchronous=OFF;";
            pragma.ExecuteNonQuery();
        }

        using var transaction = connection.BeginTransaction();
        foreach (var table in Filled())
        {
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            foreach (var (place, column) in table.Columns.Index())
            {
                command.Parameters.Add((SqliteParameter)column.Mapping.CreateParameter(command, $"@p{place}", null, nullable: true));
            }

            command.CommandText = $"INSERT INTO {table.Name} ({NamesOf(table)}) "
                + $"VALUES ({string.Join(", ", table.Columns.Select((_, place) => $"@p{place}"))})";
            command.Prepare();
            foreach (var row in table.Rows)
            {
                for (var place = 0; place < row.Length; place++)
                {
                    command.Parameters[place].Value = row[place] ?? DBNull.Value;
                }

                command.ExecuteNonQuery();
            }
        }

        transaction.Commit();
    }

    private static string NamesOf(BulkTable table) => string.Join(", ", table.Columns.Select(column => $"\"{column.Name}\""));

    private IEnumerable<BulkTable> Filled() => _tables.Values.SelectMany(each => each).Where(table => table.Rows.Count > 0);
}
