using IncidentBot.Features.Timelines.Reading;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.Timelines;

/// <summary>Registers what the handlers of this feature share.</summary>
internal static class TimelineSetup
{
    public static IServiceCollection AddTimelines(this IServiceCollection services)
    {
        services.AddOptions<TimelineOptions>().BindConfiguration(TimelineOptions.Section);
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<TimelineOptions>>().Value.Reactions().Value!);
        return services
            .AddScoped<MessageStore>()
            .AddScoped<TimelineMessages>()
            .AddScoped<MessageSync>()
            .AddScoped<MergePages>()
            .AddScoped<MergePage>()
            .AddScoped<ChannelState>()
            .AddSingleton<ServiceStart>()
            .AddScoped<EntryWriter>()
            .AddScoped<EntryCommand>()
            .AddScoped<EntryFormTargets>()
            .AddScoped<EntryAnswers>()
            .AddScoped<EntryForms>()
            .AddScoped<ReviewScreen>();
    }
}
