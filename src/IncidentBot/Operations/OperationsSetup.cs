namespace IncidentBot.Operations;

/// <summary>Registers what brings the database up before anything else runs.</summary>
internal static class OperationsSetup
{
    public static IServiceCollection AddOperations(this IServiceCollection services) => services
        .AddSingleton<SqliteOwner>()
        .AddSingleton<StorageArrival>()
        .AddSingleton<StorageProbe>()
        .AddHostedService<StorageStart>();
}
