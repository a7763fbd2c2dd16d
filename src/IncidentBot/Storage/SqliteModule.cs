using System.Runtime.CompilerServices;
using IncidentBot.Storage;

/// <summary>Linked into every executable and test assembly, so that SQLite is ready before anything touches it.</summary>
internal static class SqliteModule
{
    // CA2255: a library should not have one; here it must run before SqliteConnection's static constructor.
#pragma warning disable CA2255
    [ModuleInitializer]
    public static void Initialize() => SqliteShim.EnsureLoaded();
#pragma warning restore CA2255
}
