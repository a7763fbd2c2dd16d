using IncidentBot.Delivery.Lanes;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Delivery.Outbox;

/// <summary>Registers the outbox: its worker and what it posts with.</summary>
internal static class OutboxSetup
{
    public static IServiceCollection AddOutbox(this IServiceCollection services)
    {
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<EffectSenders>();
        services.AddSingleton<SlackPulse>();
        services.AddLanes<OutboxRow, OutboxDispatcher>();
        services.AddScoped<EarlierAttempts>();
        services.AddScoped<Postings>();
        return services;
    }
}
