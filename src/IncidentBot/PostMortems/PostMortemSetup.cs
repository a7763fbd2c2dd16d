using IncidentBot.Cards;
using IncidentBot.Jobs;
using IncidentBot.PostMortems.Causes;
using IncidentBot.PostMortems.Figures;
using IncidentBot.PostMortems.Overview;
using IncidentBot.PostMortems.Recurrence;
using IncidentBot.PostMortems.Search;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.Extensions.Options;

namespace IncidentBot.PostMortems;

/// <summary>Registers what the features around a post-mortem share.</summary>
internal static class PostMortemSetup
{
    public static IServiceCollection AddPostMortemViews(this IServiceCollection services)
    {
        services.AddOptions<PostMortemOptions>().BindConfiguration(PostMortemOptions.Section);
        services.AddOptions<FollowUpOptions>().BindConfiguration(FollowUpOptions.Section);
        return services
            .AddMemoryCache()
            .AddSingleton(provider => provider.GetRequiredService<IOptions<PostMortemOptions>>().Value.DeadlineRules(
                provider.GetRequiredService<IOptions<RemindersOptions>>().Value.Quiet.Calendar))
            .AddScoped<PostMortemViews>()
            .AddScoped<PostMortemChanges>()
            .AddScoped<PostMortemForms>()
            .AddScoped<PostMortemModals>()
            .AddScoped<Overviews>()
            .AddScoped<ResponsiblePeople>()
            .AddScoped<OverviewRefresh>()
            .AddScoped<IncidentParticipation>()
            .AddScoped<LaterIncidents>()
            .AddScoped<RecentPostMortems>()
            .AddScoped<ReviewDates>()
            .AddSingleton<CauseIndexes>()
            .AddHostedService<WarmCauseIndex>()
            .AddScoped<CauseSuggestions>()
            .AddScoped<GapCauses>()
            .AddScoped<ChosenCauses>()
            .AddSingleton<ISaveFollowUp, SearchMarks>()
            .AddSingleton<ISaveFollowUp, KeepFigures>()
            .AddSingleton<SearchIndex>()
            .AddScoped<IncidentSearch>()
            .AddScoped<IEarlierIncidents, EarlierIncidents>()
            .AddScoped<CauseHistory>()
            .AddScoped<RepeatTopics>()
            .AddScoped<RepeatFigures>()
            .AddScoped<HealthFigures>()
            .AddScoped<ActionFigures>()
            .AddScoped<LearningFigures>()
            .AddRedraws<ReminderRedraws>();
    }
}
