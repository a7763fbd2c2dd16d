namespace IncidentBot.Features.PostMortems;

/// <summary>Registers what the handlers of this feature share: the post-mortem from due to published.</summary>
internal static class PostMortemSetup
{
    public static IServiceCollection AddPostMortems(this IServiceCollection services) => services;
}
