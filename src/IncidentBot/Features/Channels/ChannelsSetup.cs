using IncidentBot.People;

namespace IncidentBot.Features.Channels;

/// <summary>Registers what others call here.</summary>
internal static class ChannelsSetup
{
    public static IServiceCollection AddChannels(this IServiceCollection services) =>
        services.AddScoped<IInviteNewcomers, InviteNewcomers>();
}
