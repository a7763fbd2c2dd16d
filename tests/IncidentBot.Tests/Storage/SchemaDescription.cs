using System.Data.Common;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Storage;

/// <summary>Describes a database's columns and indexes as lines of text, so that two databases can be compared.</summary>
internal static class SchemaDescription
{
    private const string OfSqlite = """
        SELECT m.name || '.' || c.name || ' ' || c.type || ' notnull=' || c."notnull" || ' pk=' || c.pk
          || ' default=' || coalesce(c.dflt_value, '')
        FROM sqlite_master m JOIN pragma_table_info(m.name) c
        WHERE m.type = 'table' AND m.name NOT LIKE '\_\_EF%' ESCAPE '\' AND m.name NOT LIKE 'sqlite%'
        UNION ALL
        SELECT m.tbl_name || ' index ' || m.name || ' ' || coalesce(m.sql, '')
        FROM sqlite_master m WHERE m.type = 'index' AND m.tbl_name NOT LIKE '\_\_EF%' ESCAPE '\'
        UNION ALL
        SELECT m.name || ' references ' || f."table" || ' ' || f."from" || ' ' || f."to" || ' ' || f.on_delete
        FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'
        """;

    private const string OfPostgres = """
        SELECT table_name || '.' || column_name || ' ' || data_type || ' null=' || is_nullable || ' identity=' || is_identity
          || ' default=' || coalesce(column_default, '')
        FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\_\_EF%'
        UNION ALL
        SELECT tablename || ' index ' || indexname || ' ' || indexdef
        FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE '\_\_EF%'
        UNION ALL
        SELECT conrelid::regclass || ' references ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'f'
        """;

    public static async Task<IReadOnlyList<string>> ReadAsync(IncidentDb db)
    {
        var lines = new List<string>();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = db.Database.IsNpgsql() ? OfPostgres : OfSqlite;
        await using DbDataReader reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        return [.. lines.Order(StringComparer.Ordinal)];
    }
}
