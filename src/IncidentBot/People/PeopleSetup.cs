using IncidentBot.Slack.Handlers;

namespace IncidentBot.People;

/// <summary>Registers the directory of people, the access rules, and the names in messages.</summary>
internal static class PeopleSetup
{
    public static IServiceCollection AddPeople(this IServiceCollection services) => services
        .AddScoped<PeopleDirectory>()
        .AddSingleton<UnknownIds>()
        .AddSingleton<PlaceNameCache>()
        .AddScoped<PlaceNames>()
        .AddScoped<PlainMessageText>()
        .AddScoped<RoleCandidates>()
        .AddScoped<PeopleAround>()
        .AddScoped<ActingPlace>()
        .AddScoped<Access>()
        .AddScoped<ISlackGuard, MembersOnly>();
}
