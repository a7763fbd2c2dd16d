namespace IncidentBot.Features.Trends;

/// <summary>Registers what the handlers of trends share.</summary>
internal static class TrendsSetup
{
    public static IServiceCollection AddTrends(this IServiceCollection services) => services
        .AddScoped<TrendsReader>()
        .AddScoped<FigureLists>();
}
