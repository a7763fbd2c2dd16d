using IncidentBot.Features.PostMortems.Commands;
using IncidentBot.Features.PostMortems.Correcting;
using IncidentBot.Features.PostMortems.Facilitating;
using IncidentBot.Features.PostMortems.FollowingUp;
using IncidentBot.Features.PostMortems.Meetings;
using IncidentBot.Features.PostMortems.Room;
using IncidentBot.Features.PostMortems.SigningOff;
using IncidentBot.Features.PostMortems.WriteUps;

namespace IncidentBot.Features.PostMortems;

/// <summary>Registers what the handlers of this feature share: the post-mortem from due to published.</summary>
internal static class PostMortemSetup
{
    public static IServiceCollection AddPostMortems(this IServiceCollection services)
    {
        services.AddOptions<PostMortemOptions>().BindConfiguration(PostMortemOptions.Section);
        services.AddOptions<MeetingOptions>().BindConfiguration(MeetingOptions.Section);
        services.AddOptions<FollowUpOptions>().BindConfiguration(FollowUpOptions.Section);
        services.AddScoped<Dossiers>();
        services.AddScoped<PostMortemHub>();
        services.AddScoped<WriteUpSource>();
        services.AddScoped<DraftCirculation>();
        services.AddScoped<SignOffs>();
        services.AddScoped<Versions>();
        services.AddScoped<Publishing>();
        services.AddScoped<AnswerCorrections>();
        services.AddScoped<Waiving>();
        services.AddScoped<PmChanges>();
        services.AddScoped<IncidentParts>();
        services.AddScoped<Participants>();
        services.AddScoped<ScheduleForm>();
        services.AddScoped<MeetingAnnouncement>();
        services.AddScoped<MeetingNews>();
        services.AddScoped<Facilitators>();
        services.AddScoped<FacilitatorPool>();
        services.AddScoped<FacilitatorDraw>();
        services.AddScoped<FacilitatorPicker>();
        services.AddScoped<Rooms>();
        services.AddScoped<RoomDoor>();
        services.AddScoped<BoardViews>();
        services.AddScoped<OfferedDays>();
        services.AddScoped<DueLooks>();
        services.AddScoped<InCharge>();
        services.AddScoped<LaterIncidents>();
        services.AddScoped<ReopenedGap>();
        services.AddScoped<Verdicts>();
        services.AddScoped<Returns>();
        return services;
    }
}
