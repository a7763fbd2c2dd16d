namespace IncidentBot.Features.IncidentLog;

/// <summary>Registers what the handlers of this feature share.</summary>
internal static class LogSetup
{
    public static IServiceCollection AddIncidentLog(this IServiceCollection services) => services
        .AddScoped<LogDays>()
        .AddScoped<LogQuery>()
        .AddScoped<NearMissQuery>()
        .AddScoped<NearMissRows>()
        .AddScoped<LogRows>()
        .AddScoped<LogPages>()
        .AddScoped<ExportRows>()
        .AddScoped<NearMissExportRows>()
        .AddScoped<ExportFiles>()
        .AddScoped<TypedFilters>()
        .AddScoped<SearchPages>();
}
