using System.Data.Common;
using System.Diagnostics;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IncidentBot.Tests.Hosting;

/// <summary>Sees the commands that one unit of work sends to its database.</summary>
internal sealed class CommandWatch : IDisposable, IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private readonly IncidentDb _db;
    private readonly Action<DbCommand> _see;
    private readonly List<IDisposable> _subscriptions = [];

    public CommandWatch(IncidentDb db, Action<DbCommand> see)
    {
        (_db, _see) = (db, see);
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            _subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuting.Name
            && value.Value is CommandEventData data && ReferenceEquals(data.Context, _db))
        {
            _see(data.Command);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error) => throw new InvalidOperationException("A listener failed", error);

    public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());
}
