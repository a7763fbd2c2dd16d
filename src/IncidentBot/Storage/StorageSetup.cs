using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Update;
using Microsoft.Extensions.Options;

namespace IncidentBot.Storage;

/// <summary>Registers the database on the engine that the settings name.</summary>
internal static class StorageSetup
{
    // SQLite's "async" calls block their thread; with the default minimum of threads, busy readers starve the writer.
    private const int Threads = 32;

    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        ThreadPool.SetMinThreads(Threads, Threads);
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection(StorageOptions.Section));
        services.AddSingleton<WriteGate>();

        services.AddDbContextPool<IncidentDb>(
            (provider, builder) => builder.UseEngine(provider.GetRequiredService<IOptions<StorageOptions>>().Value));
        services.AddScoped<RequestLedger>();
        return services;
    }

    public static DbContextOptionsBuilder UseEngine(this DbContextOptionsBuilder builder, StorageOptions options)
    {
        // The code that gives up on a failed save or connection logs it. A conflict between two people is decided again and is no error.
        builder.ConfigureWarnings(warnings => warnings.Log(
            (RelationalEventId.CommandError, LogLevel.Debug), (RelationalEventId.ConnectionError, LogLevel.Debug),
            (CoreEventId.SaveChangesFailed, LogLevel.Debug)));
        builder.ReplaceService<IModificationCommandFactory, PartsOfRows>();
        if (options.Provider is StorageProvider.Postgres)
        {
            return builder.UseNpgsql(
                options.ConnectionString, engine => engine.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery));
        }

        var connection = new SqliteConnectionStringBuilder(options.ConnectionString) { ForeignKeys = true };
        return builder
            .UseSqlite(connection.ToString(), engine => engine.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
            .AddInterceptors(new SqlitePragmas());
    }
}
