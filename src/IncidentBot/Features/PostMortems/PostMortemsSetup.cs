using IncidentBot.Cards;
using IncidentBot.Effects.Reminders;
using IncidentBot.Features.PostMortems.Reminders;
using IncidentBot.PostMortems;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Features.PostMortems;

/// <summary>Registers the overview's commands: held, waived, and what other features answer after <c>/incident pm</c>.</summary>
internal static class PostMortemsSetup
{
    public static IServiceCollection AddPostMortems(this IServiceCollection services) => services
        .AddScoped<Waivers>()
        .AddScoped<DuePostMortems>()
        .AddReminders<PostMortemReminderSource>()
        .AddCard<PostMortemReminderCard>(BotMessageNames.PostMortemDue)
        .AddScoped<IPostMortemCommand, WaiveCommand>();
}
