namespace IncidentBot.Features.Digests;

/// <summary>Registers what the digest and the quarterly page are made of.</summary>
internal static class DigestsSetup
{
    public static IServiceCollection AddDigests(this IServiceCollection services) => services
        .AddScoped<OverdueLines>()
        .AddScoped<LearningLines>()
        .AddScoped<QuarterlyPage>();
}
