using IncidentBot.Effects.Reminders;
using IncidentBot.Features.ActionItems.Ideas;
using IncidentBot.PostMortems;
using IncidentBot.Workspace;

namespace IncidentBot.Features.ActionItems;

/// <summary>Registers what the handlers of this feature share: action items and their reminders.</summary>
internal static class ActionItemSetup
{
    public static IServiceCollection AddActionItems(this IServiceCollection services)
    {
        services.AddOptions<ActionItemsOptions>().BindConfiguration(ActionItemsOptions.Section);
        return services
            .AddScoped<ItemAccess>()
            .AddScoped<ItemChanges>()
            .AddScoped<ItemOwners>()
            .AddScoped<NewItems>()
            .AddScoped<ItemSubmissions>()
            .AddScoped<DayOffWarning>()
            .AddScoped<ItemHints>()
            .AddScoped<TypedDrafts>()
            .AddScoped<IdeaDrafts>()
            .AddScoped<ActionLists>()
            .AddScoped<IOpenActionLists>(provider => provider.GetRequiredService<ActionLists>())
            .AddScoped<ActionPages>()
            .AddScoped<MentionReply>()
            .AddScoped<DirectReplies>()
            .AddScoped<ItemFormOpener>()
            .AddReminders<RemindOwners>()
            .AddReminders<RemindResponsible>();
    }
}
