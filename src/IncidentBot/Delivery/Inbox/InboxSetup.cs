using IncidentBot.Delivery.Lanes;
using IncidentBot.Slack.Endpoints;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Delivery.Inbox;

/// <summary>Registers the durable inbox that Slack's events are committed to before they are acknowledged.</summary>
internal static class InboxSetup
{
    public static IServiceCollection AddInbox(this IServiceCollection services)
    {
        services.AddSingleton<InboxSignal>();
        services.AddSingleton<NewEvents>();
        services.AddSingleton<EventInbox>();
        services.AddSingleton<ISlackEventInbox>(provider => provider.GetRequiredService<EventInbox>());
        services.AddHostedService(provider => provider.GetRequiredService<EventInbox>());
        services.AddLanes<InboxRow, InboxProcessor>();
        return services;
    }
}
