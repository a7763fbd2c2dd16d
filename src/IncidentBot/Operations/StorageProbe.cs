using System.Data.Common;
using System.Globalization;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IncidentBot.Operations;

/// <summary>
/// Whether the database takes writes and keeps them: a full disk and a read-only file refuse them; a file that was deleted or replaced
/// takes them, and they are lost. So a mark is written as usual and, on SQLite, read through a connection that opens the file anew.
/// </summary>
internal sealed class StorageProbe(IServiceScopeFactory scopes, IOptions<StorageOptions> options, TimeProvider time) : IDisposable
{
    public const string Refused = "The database takes no writes. Check the disk, and the rights to the file.";
    public const string Lost =
        "The database file was deleted or replaced while the service was running. Put it back and restart the service.";

    private static readonly TimeSpan Holds = TimeSpan.FromSeconds(5);

    // Nodes that share a database do not write over each other's mark.
    private readonly string _mark = $"storage_probe:{Guid.NewGuid():N}";
    private readonly SemaphoreSlim _one = new(1);
    private (DateTimeOffset At, string? Problem)? _last;

    /// <summary>A sentence for the operator; null when all is well. Asked often, it answers from the last few seconds.</summary>
    public async Task<string?> FindProblemAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            var now = time.GetUtcNow();
            if (_last is { } last && now - last.At < Holds)
            {
                return last.Problem;
            }

            var problem = await CheckAsync(now, cancellationToken);
            _last = (now, problem);
            return problem;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<string?> CheckAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var written = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        try
        {
            await WriteAsync(written, now, cancellationToken);
        }
        catch (Exception refused) when (refused is DbException or DbUpdateException)
        {
            return Refused;
        }

        return options.Value.Provider is StorageProvider.Sqlite && await ReadAnewAsync(cancellationToken) != written ? Lost : null;
    }

    private async Task WriteAsync(string mark, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IncidentDb>();
        if (await db.HandledRequests.FindAsync([_mark], cancellationToken) is { } row)
        {
            row.Outcome = mark;
        }
        else
        {
            db.HandledRequests.Add(new HandledRequest { Key = _mark, At = now, Outcome = mark });
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The mark in the file that is there now; null when there is none.</summary>
    private async Task<string?> ReadAnewAsync(CancellationToken cancellationToken)
    {
        var anew = new SqliteConnectionStringBuilder(options.Value.ConnectionString) { Mode = SqliteOpenMode.ReadWrite, Pooling = false };
        try
        {
            await using var connection = new SqliteConnection(anew.ToString());
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT outcome FROM handled_requests WHERE key = $mark";
            command.Parameters.AddWithValue("$mark", _mark);
            return await command.ExecuteScalarAsync(cancellationToken) as string;
        }
        catch (SqliteException)
        {
            return null;
        }
    }
}
