using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace IncidentBot.Tests.Storage.Upgrade;

/// <summary>While nodes are replaced one by one, old code runs on the new schema, so migrations only add to it.</summary>
public sealed class AdditiveTests
{
    public static TheoryData<string> LaterMigrations => [.. Migrations().Select(migration => migration.Name)];

    [Theory]
    [MemberData(nameof(LaterMigrations))]
    public void A_migration_only_adds(string name)
    {
        var migration = (Migration)Activator.CreateInstance(Migrations().Single(type => type.Name == name))!;
        migration.ActiveProvider = "any";

        var own = migration.UpOperations.OfType<CreateTableOperation>().Select(table => table.Name).ToHashSet(StringComparer.Ordinal);
        Assert.All(
            migration.UpOperations,
            operation => Assert.True(IsHarmless(operation, own), $"{name}: {operation.GetType().Name} breaks the version before."));
    }

    private static bool IsHarmless(MigrationOperation operation, HashSet<string> own) => operation switch
    {
        CreateTableOperation => true,
        AddColumnOperation column => column.IsNullable || column.DefaultValue is not null || column.DefaultValueSql is not null,
        CreateIndexOperation index => !index.IsUnique || own.Contains(index.Table),
        _ => false,
    };

    private static IEnumerable<Type> Migrations() => typeof(IncidentDb).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Migration)) && IdOf(type) is { } id && string.CompareOrdinal(id, FirstRelease.Schema) > 0)
        .OrderBy(IdOf, StringComparer.Ordinal);

    private static string? IdOf(Type type) =>
        type.GetCustomAttributes(typeof(MigrationAttribute), inherit: false).OfType<MigrationAttribute>().SingleOrDefault()?.Id;
}
