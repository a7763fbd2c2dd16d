using IncidentBot.Cards;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Features.FollowUps;

/// <summary>Registers the reviews of progress, effectiveness and recurrence.</summary>
internal static class FollowUpsSetup
{
    public static IServiceCollection AddFollowUps(this IServiceCollection services) => services
        .AddScoped<DueReviews>()
        .AddScoped<StandIns>()
        .AddScoped<ReopenedGap>()
        .AddScoped<EffectivenessAnswers>()
        .AddScoped<RecurrenceAnswers>()
        .AddCard<EffectivenessCard>(BotMessageNames.Effect)
        .AddCard<RecurrenceCard>(BotMessageNames.Return)
        .AddRedraws<RecurrenceRedraws>();
}
