using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using IncidentBot.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace IncidentBot.Tests.Storage;

public sealed class SqliteShimTests
{
    // The one member that SQLitePCLRaw 2.0.6 lacks; it is only called by SqliteConnection.LoadExtension, which we never use.
    private const string Missing = "sqlite3_load_extension";

    [Fact]
    public void Every_member_that_the_provider_calls_exists_in_what_is_loaded()
    {
        using var file = new PEReader(File.OpenRead(typeof(SqliteConnection).Assembly.Location));
        var metadata = file.GetMetadataReader();
        var called = metadata.MemberReferences
            .Select(handle => metadata.GetMemberReference(handle))
            .Where(member => member.Parent.Kind == HandleKind.TypeReference && IsRaw(metadata, (TypeReferenceHandle)member.Parent))
            .Select(member => metadata.GetString(member.Name))
            .Distinct()
            .ToList();

        var known = typeof(raw).GetMembers(BindingFlags.Public | BindingFlags.Static).Select(member => member.Name).ToHashSet();

        Assert.NotEmpty(called);
        Assert.Equal([Missing], called.Where(name => !known.Contains(name)));
    }

    [Fact]
    public void The_operating_systems_library_is_used() => Assert.False(SqliteShim.IsFallback, SqliteShim.LibraryName);

    private static bool IsRaw(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return metadata.GetString(type.Namespace) == "SQLitePCL" && metadata.GetString(type.Name) == nameof(raw);
    }
}
