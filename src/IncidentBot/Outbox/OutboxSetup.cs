using IncidentBot.Lanes;

namespace IncidentBot.Outbox;

/// <summary>Registers the outbox: its worker, and a sender for every kind of effect.</summary>
internal static class OutboxSetup
{
    public static IServiceCollection AddOutbox(this IServiceCollection services)
    {
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<EffectSenders>();
        services.AddSingleton<SlackPulse>();
        services.AddLanes<OutboxRow, OutboxDispatcher>();
        services.AddScoped<Addresses>();
        services.AddScoped<EarlierAttempts>();
        services.AddScoped<Postings>();
        foreach (var effect in EffectKinds.All)
        {
            var seam = typeof(IEffectSender<>).MakeGenericType(effect);
            services.AddScoped(seam, typeof(OutboxSetup).Assembly.GetTypes().Single(type => type.IsClass && seam.IsAssignableFrom(type)));
        }

        return services;
    }
}
