namespace IncidentBot.Features.Lifecycle;

/// <summary>Registers what the handlers of this feature share: what happens to an incident between declaration and resolve.</summary>
internal static class LifecycleSetup
{
    public static IServiceCollection AddLifecycle(this IServiceCollection services) => services
        .AddScoped<IncidentChanges>()
        .AddScoped<ChangeFollowUp>()
        .AddScoped<PostMortemFollowUp>()
        .AddScoped<ClosingFollowUp>()
        .AddScoped<IncidentForms>()
        .AddScoped<TextOrForm>()
        .AddScoped<RoleAssignments>()
        .AddScoped<Cancellations>();
}
