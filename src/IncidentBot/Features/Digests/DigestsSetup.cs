using IncidentBot.Cards;
using IncidentBot.Effects.Reminders;
using IncidentBot.Features.Digests.Subscriptions;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Features.Digests;

/// <summary>Registers what the digest and the quarterly page are made of.</summary>
internal static class DigestsSetup
{
    public static IServiceCollection AddDigests(this IServiceCollection services) => services
        .AddScoped<OverdueLines>()
        .AddScoped<LearningLines>()
        .AddScoped<QuarterlyPage>()
        .AddScoped<ServiceWeek>()
        .AddScoped<SubscriptionLists>()
        .AddCard<ServiceNoticeCard>(BotMessageNames.ServiceNotice)
        .AddCard<ServiceDigestCard>(BotMessageNames.ServiceDigest)
        .AddReminders<RemindOfServiceWeeks>()
        .AddRedraws<ServiceNoticeRedraws>();
}
