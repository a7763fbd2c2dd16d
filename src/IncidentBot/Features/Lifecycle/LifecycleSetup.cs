using IncidentBot.Cards;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Registers the services that the handlers of this feature share.</summary>
internal static class LifecycleSetup
{
    public static IServiceCollection AddLifecycle(this IServiceCollection services) => services
        .AddScoped<IncidentChanges>()
        .AddScoped<ChangeConsequences>()
        .AddScoped<PostMortemSync>()
        .AddScoped<SharedPostMortems>()
        .AddScoped<Linking>()
        .AddScoped<ClosingAnnouncements>()
        .AddScoped<IncidentForms>()
        .AddScoped<WhatHappenedForm>()
        .AddScoped<ChannelPrivacy>()
        .AddScoped<RoleAssignments>()
        .AddScoped<Cancellations>()
        .AddCard<LateMeetingCard>(BotMessageNames.LateMeeting)
        .AddCard<UpdateReminderCard>(BotMessageNames.UpdateDue)
        .AddRedraws<UpdateReminderRedraws>();
}
