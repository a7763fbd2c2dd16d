namespace IncidentBot.Features.IncidentLog;

/// <summary>Registers what the handlers of this feature share.</summary>
internal static class LogSetup
{
    public static IServiceCollection AddIncidentLog(this IServiceCollection services) => services
        .AddScoped<LogQuery>()
        .AddScoped<LogRows>()
        .AddScoped<LogPages>()
        .AddScoped<ExportRows>()
        .AddScoped<TypedFilters>()
        .AddScoped<SearchPages>();
}
