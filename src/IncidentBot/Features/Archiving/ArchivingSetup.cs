namespace IncidentBot.Features.Archiving;

/// <summary>Registers what the handlers of this feature share: the end of an incident's channel.</summary>
internal static class ArchivingSetup
{
    public static IServiceCollection AddArchiving(this IServiceCollection services) => services
        .AddScoped<ChannelFarewell>();
}
