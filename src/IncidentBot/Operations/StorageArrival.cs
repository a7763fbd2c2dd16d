using IncidentBot.Delivery;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;

namespace IncidentBot.Operations;

/// <summary>
/// Waits until the database is available: a previous process may still use it, or a server may be starting beside
/// us.
/// </summary>
internal sealed class StorageArrival(IOptions<StorageOptions> options, SqliteOwner owner, Resilience resilience)
{
    /// <summary>Returns when the database is available and, on SQLite, ours.</summary>
    public async Task UntilThereAsync(IncidentDb db, CancellationToken cancellationToken)
    {
        if (options.Value.Provider is StorageProvider.Sqlite)
        {
            await owner.TakeAsync(options.Value.ConnectionString, cancellationToken);
        }
        else
        {
            await resilience.StorageConnection.ExecuteAsync(async token => await CreateAsync(db, token), cancellationToken);
        }
    }

    private static async Task CreateAsync(IncidentDb db, CancellationToken cancellationToken)
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (!await creator.ExistsAsync(cancellationToken))
        {
            await creator.CreateAsync(cancellationToken);
        }
    }
}
