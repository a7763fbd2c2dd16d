using IncidentBot.Delivery.Outbox;
using IncidentBot.Effects.Reminders;

namespace IncidentBot.Effects;

/// <summary>Registers a sender for every kind of effect, wherever it lives.</summary>
internal static class EffectSetup
{
    public static IServiceCollection AddEffects(this IServiceCollection services)
    {
        services.AddScoped<Addresses>();
        services.AddScoped<Bookmarks>();
        services.AddScoped<Invitations>();
        services.AddScoped<ReminderPosts>();
        services.AddScoped<ItemNotices>();
        services.AddScoped<PersonalReminders>();
        services.AddReminders<WaitingNotifications>();
        foreach (var effect in EffectKinds.All)
        {
            var seam = typeof(IEffectSender<>).MakeGenericType(effect);
            services.AddScoped(seam, typeof(EffectSetup).Assembly.GetTypes().Single(type => type.IsClass && seam.IsAssignableFrom(type)));
        }

        return services;
    }
}
