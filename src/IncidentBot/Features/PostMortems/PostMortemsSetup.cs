using IncidentBot.PostMortems;

namespace IncidentBot.Features.PostMortems;

/// <summary>Registers the overview's commands: held, waived, and what other features answer after <c>/incident pm</c>.</summary>
internal static class PostMortemsSetup
{
    public static IServiceCollection AddPostMortems(this IServiceCollection services) => services
        .AddScoped<Waivers>()
        .AddScoped<IPostMortemCommand, WaiveCommand>();
}
