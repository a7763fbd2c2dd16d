using IncidentBot.Features.Meetings;
using IncidentBot.Features.Timelines;
using IncidentBot.Jobs;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Endpoints;
using IncidentBot.Storage;
using IncidentBot.Workspace;

namespace IncidentBot.Starting;

/// <summary>A section of the settings and the options that it fills.</summary>
internal sealed record SettingsSection(string Name, Type Options);

/// <summary>Every section of our settings, checked at the start and listed in the README; tests compare both.</summary>
internal static class SettingsTable
{
    public static IReadOnlyList<SettingsSection> Sections { get; } =
    [
        new(SlackOptions.Section, typeof(SlackOptions)),
        new(StorageOptions.Section, typeof(StorageOptions)),
        new(JobsOptions.Section, typeof(JobsOptions)),
        new(WebOptions.Section, typeof(WebOptions)),
        new(IncidentsOptions.Section, typeof(IncidentsOptions)),
        new(OnCallOptions.Section, typeof(OnCallOptions)),
        new(TimelineOptions.Section, typeof(TimelineOptions)),
        new(MeetingOptions.Section, typeof(MeetingOptions)),
        new(PostMortemOptions.Section, typeof(PostMortemOptions)),
        new(FollowUpOptions.Section, typeof(FollowUpOptions)),
        new(WordingOptions.Section, typeof(WordingOptions)),
        new(RemindersOptions.Section, typeof(RemindersOptions)),
        new(ActionItemsOptions.Section, typeof(ActionItemsOptions)),
    ];
}
