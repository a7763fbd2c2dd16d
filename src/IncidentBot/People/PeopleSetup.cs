namespace IncidentBot.People;

/// <summary>Registers what says who someone is to us and what they may.</summary>
internal static class PeopleSetup
{
    public static IServiceCollection AddPeople(this IServiceCollection services) => services
        .AddScoped<PeopleDirectory>()
        .AddScoped<RoleCandidates>()
        .AddScoped<PeopleAround>()
        .AddScoped<Access>();
}
