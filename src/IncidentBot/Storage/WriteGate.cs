using Microsoft.Extensions.Options;

namespace IncidentBot.Storage;

/// <summary>
/// One writer at a time inside the process on SQLite, which has one writer anyway: waiting here costs milliseconds,
/// waiting in the engine's busy loop costs seconds. PostgreSQL needs no gate and gets none.
/// </summary>
internal sealed class WriteGate(IOptions<StorageOptions> options) : IDisposable
{
    private readonly SemaphoreSlim? _turn = options.Value.Provider is StorageProvider.Sqlite ? new(1, 1) : null;

    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        if (_turn is null)
        {
            return Turn.Free;
        }

        await _turn.WaitAsync(cancellationToken);
        return new Turn(_turn);
    }

    public void Dispose() => _turn?.Dispose();

    private sealed class Turn(SemaphoreSlim? turn) : IDisposable
    {
        public static readonly Turn Free = new(null);

        private SemaphoreSlim? _turn = turn;

        public void Dispose() => Interlocked.Exchange(ref _turn, null)?.Release();
    }
}
