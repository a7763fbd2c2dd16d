namespace IncidentBot.People;

/// <summary>Registers the directory of people and the access rules.</summary>
internal static class PeopleSetup
{
    public static IServiceCollection AddPeople(this IServiceCollection services) => services
        .AddScoped<PeopleDirectory>()
        .AddSingleton<PlaceNameCache>()
        .AddScoped<PlaceNames>()
        .AddScoped<RoleCandidates>()
        .AddScoped<PeopleAround>()
        .AddScoped<Access>();
}
