using IncidentBot.Cards;
using IncidentBot.Effects.Reminders;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Features.FollowUps;

/// <summary>Registers the reviews of progress, effectiveness and recurrence.</summary>
internal static class FollowUpsSetup
{
    public static IServiceCollection AddFollowUps(this IServiceCollection services) => services
        .AddScoped<DueReviews>()
        .AddScoped<LearningsPages>()
        .AddScoped<ReopenedGap>()
        .AddScoped<EffectivenessAnswers>()
            .AddScoped<AnswersBelow>()
        .AddScoped<RecurrenceAnswers>()
        .AddCard<EffectivenessCard>(BotMessageNames.Effect)
        .AddCard<RecurrenceCard>(BotMessageNames.Return)
        .AddCard<ProgressMessage>(BotMessageNames.Progress)
        .AddCard<OpenGapCard>(BotMessageNames.OpenGap)
        .AddReminders<ProgressReviews>()
        .AddReminders<EffectivenessChecks>()
        .AddReminders<RecurrenceChecks>()
        .AddReminders<NotifyReopenedGap>()
        .AddRedraws<RecurrenceRedraws>();
}
