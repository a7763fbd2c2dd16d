using IncidentBot.Cards;
using IncidentBot.Features.Declare.NearMisses;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Features.Declare;

/// <summary>Registers what the handlers of this feature share: the forms, and what happens with them.</summary>
internal static class DeclareSetup
{
    public static IServiceCollection AddDeclare(this IServiceCollection services) => services
        .AddScoped<DeclareOpener>()
        .AddScoped<NewIncidents>()
        .AddScoped<IncidentAnnouncement>()
        .AddScoped<BorrowedChannel>()
        .AddScoped<MissingChannel>()
        .AddCard<NearMissCard>(BotMessageNames.NearMiss)
        .AddRedraws<NearMissRedraws>();
}
