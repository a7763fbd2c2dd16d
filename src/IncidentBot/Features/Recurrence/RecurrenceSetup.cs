using IncidentBot.Cards;
using IncidentBot.Effects.Reminders;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Features.Recurrence;

/// <summary>Registers structural investigations.</summary>
internal static class RecurrenceSetup
{
    public static IServiceCollection AddRecurrence(this IServiceCollection services) => services
        .AddScoped<InvestigationViews>()
        .AddCard<InvestigationCard>(BotMessageNames.Investigation)
        .AddCard<InvestigationDueCard>(BotMessageNames.InvestigationDue)
        .AddReminders<RemindOfInvestigations>()
        .AddRedraws<InvestigationRedraws>();
}
