using IncidentBot.Cards;
using IncidentBot.Effects.Reminders;
using IncidentBot.Features.Meetings.Preparation;
using IncidentBot.PostMortems;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Features.Meetings;

/// <summary>Registers what schedules meetings and announces them.</summary>
internal static class MeetingsSetup
{
    public static IServiceCollection AddMeetings(this IServiceCollection services)
    {
        services.AddOptions<MeetingOptions>().BindConfiguration(MeetingOptions.Section);
        return services
            .AddCard<MeetingCard>(BotMessageNames.Meeting)
            .AddRedraws<MeetingRedraws>()
            .AddCard<CannotAttendCard>(BotMessageNames.CannotAttend)
            .AddCard<PreparationCard>(BotMessageNames.Preparation)
            .AddCard<PreparationDueCard>(BotMessageNames.PreparationDue)
            .AddReminders<RemindToPrepare>()
            .AddRedraws<PreparationRedraws>()
            .AddScoped<OwnRequests>()
            .AddScoped<IOpenQuestions, PreparationQuestions>()
            .AddScoped<Participants>()
            .AddScoped<ScheduleForm>()
            .AddScoped<MeetingAnnouncement>()
            .AddScoped<ScheduleWarnings>()
            .AddScoped<IPostMortemCommand, ScheduleCommand>();
    }
}
