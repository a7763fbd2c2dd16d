using IncidentBot.People;

namespace IncidentBot.Features.Channels;

/// <summary>Registers what other features use of this one.</summary>
internal static class ChannelsSetup
{
    public static IServiceCollection AddChannels(this IServiceCollection services) =>
        services.AddScoped<IInviteNewcomers, InviteNewcomers>();
}
