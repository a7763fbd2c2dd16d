using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IncidentBot.Storage;

/// <summary>Sets on every SQLite connection what correctness needs, whatever the connection string says.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    // FULL: an acknowledged event survives a power cut. WAL lets readers continue during a write.
    private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
