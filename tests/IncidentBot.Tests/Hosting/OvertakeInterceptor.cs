using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IncidentBot.Tests.Hosting;

/// <summary>
/// Makes two requests overlap inside the service: the late request has read a table and pauses until the other has finished.
/// It then decides on stale data.
/// </summary>
internal sealed class OvertakeInterceptor : DbCommandInterceptor
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private string? _table;
    private TaskCompletionSource _hasRead = new();
    private TaskCompletionSource _isOver = new();

    public async Task OvertakeAsync(string table, Func<Task> late, Func<Task> first)
    {
        _hasRead = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _isOver = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _table, table);
        var overtaken = late();
        Assert.Same(_hasRead.Task, await Task.WhenAny(_hasRead.Task, overtaken));
        try
        {
            await first();
        }
        finally
        {
            _isOver.SetResult();
        }

        await overtaken;
    }

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (Volatile.Read(ref _table) is { } table
            && command.CommandText.StartsWith("SELECT", StringComparison.Ordinal)
            && command.CommandText.Replace("\"", "", StringComparison.Ordinal).Contains($"FROM {table} ", StringComparison.Ordinal)
            && Interlocked.CompareExchange(ref _table, null, table) == table)
        {
            _hasRead.SetResult();
            await _isOver.Task.WaitAsync(Patience, cancellationToken);
        }

        return result;
    }
}
