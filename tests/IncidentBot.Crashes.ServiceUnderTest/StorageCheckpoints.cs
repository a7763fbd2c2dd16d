using System.Data.Common;
using System.Runtime.CompilerServices;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IncidentBot.Crashes.ServiceUnderTest;

/// <summary>
/// Checkpoints around every save and commit, with the rows in it: "saving incidents+ outbox+post" (nothing written yet),
/// "committing …" (written, not committed), "committed …", "saved …" (the handler has not continued yet).
/// </summary>
internal sealed class StorageCheckpoints(KillSwitch killSwitch, IdleMonitor idle) : SaveChangesInterceptor
{
    private readonly ConditionalWeakTable<DbContext, string> _contents = [];

    public IInterceptor Transactions => new CommitInterceptor(this);

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var words = eventData.Context!.ChangeTracker.Entries()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(Word);
        _contents.AddOrUpdate(eventData.Context, string.Join(' ', words.Distinct().Order(StringComparer.Ordinal)));
        Reached("saving", eventData.Context);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Reached("saved", eventData.Context!);
        idle.NotifyWrite();
        return ValueTask.FromResult(result);
    }

    private static string Word(EntityEntry entry)
    {
        var table = entry.Metadata.GetTableName();
        return (entry.State, entry.Entity) switch
        {
            (EntityState.Added, OutboxRow row) => $"{table}+{row.Kind}",
            (EntityState.Modified, OutboxRow row) => $"{table}:{row.State}-{row.Kind}",
            (EntityState.Modified, LaneRow row) => $"{table}:{row.State}",
            (EntityState.Added, _) => $"{table}+",
            (EntityState.Deleted, _) => $"{table}-",
            _ => $"{table}~",
        };
    }

    private void Reached(string what, DbContext context)
    {
        if (_contents.TryGetValue(context, out var content) && content.Length > 0)
        {
            killSwitch.Reached($"{what} {content}{Checkpoints.SweepSuffix}");
        }
    }

    private sealed class CommitInterceptor(StorageCheckpoints owner) : DbTransactionInterceptor
    {
        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction,
            TransactionEventData eventData,
            InterceptionResult result,
            CancellationToken cancellationToken = default)
        {
            owner.Reached("committing", eventData.Context!);
            return ValueTask.FromResult(result);
        }

        public override Task TransactionCommittedAsync(
            DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            owner.Reached("committed", eventData.Context!);
            return Task.CompletedTask;
        }
    }
}
