using IncidentBot.Storage;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Storage.Replicas;

/// <summary>Starts two nodes on PostgreSQL, because with SQLite the service refuses a second process.</summary>
internal static class TwoNodes
{
    public static Task<BotApp> StartAsync(params (string Key, string Value)[] settings) => StartAsync(2, settings);

    public static async Task<BotApp> StartAsync(int nodes, params (string Key, string Value)[] settings) =>
        await BotApp.StartAsync(await TestDatabase.MigratedAsync(StorageProvider.Postgres), nodes, settings);
}
