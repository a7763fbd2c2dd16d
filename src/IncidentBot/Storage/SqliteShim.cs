using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using SQLitePCL;

namespace IncidentBot.Storage;

/// <summary>
/// Lets Microsoft.Data.Sqlite run on SQLitePCLRaw 2.0.6 and the operating system's own SQLite. The provider asks for
/// SQLitePCLRaw 2.1.13, which does not restore where this project is built; the only member that it misses in 2.0.6
/// is <c>sqlite3_load_extension</c>, which we never call (a test holds that). Delete this file when 2.1.13 restores.
/// </summary>
internal static class SqliteShim
{
    private const string Core = "SQLitePCLRaw.core";
    private const string Native = "e_sqlite3";

    // What distributions call their SQLite; patched by them, which a bundled copy is not.
    private static readonly string[] SystemNames = ["libsqlite3.so.0", "libsqlite3.so", "libsqlite3.dylib", "winsqlite3.dll"];
    private static readonly Lock Gate = new();
    private static bool _loaded;

    /// <summary>The native library in use: its file name, or null before <see cref="EnsureLoaded"/>.</summary>
    public static string? LibraryName { get; private set; }

    /// <summary>True when the operating system has no SQLite and the old bundled one (3.35.5) is used.</summary>
    public static bool IsFallback => LibraryName == Native;

    /// <summary>Makes SQLite usable in this process. Idempotent: every executable and test assembly calls it first.</summary>
    public static void EnsureLoaded()
    {
        lock (Gate)
        {
            if (_loaded)
            {
                return;
            }

            AssemblyLoadContext.Default.Resolving += AnswerWithOurVersion;
            UseNativeLibrary();
            _loaded = true;
        }
    }

    private static Assembly? AnswerWithOurVersion(AssemblyLoadContext context, AssemblyName name) =>
        name.Name == Core ? typeof(raw).Assembly : null;

    private static void UseNativeLibrary()
    {
        NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, Resolve);
        raw.SetProvider(new SQLite3Provider_e_sqlite3());
    }

    [SuppressMessage("Interoperability", "CA1416", Justification = "The names of all platforms are tried in turn.")]
    private static nint Resolve(string library, Assembly assembly, DllImportSearchPath? path)
    {
        if (library != Native)
        {
            return 0;
        }

        foreach (var name in SystemNames)
        {
            if (NativeLibrary.TryLoad(name, out var handle))
            {
                LibraryName = name;
                return handle;
            }
        }

        LibraryName = Native;
        return NativeLibrary.Load(library, assembly, path);
    }
}
