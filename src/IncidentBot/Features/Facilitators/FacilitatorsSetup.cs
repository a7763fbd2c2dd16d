using IncidentBot.Cards;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Features.Facilitators;

/// <summary>Registers the pool and what asks people to facilitate.</summary>
internal static class FacilitatorsSetup
{
    public static IServiceCollection AddFacilitators(this IServiceCollection services) => services
        .AddScoped<FacilitatorAssignments>()
        .AddScoped<FacilitatorPool>()
        .AddScoped<FacilitatorSelection>()
        .AddScoped<FacilitatorPicker>()
        .AddScoped<IOpenQuestions, FacilitatorQuestions>()
        .AddCard<FacilitatorRequestCard>(BotMessageNames.FacilitatorRequest)
        .AddCard<FacilitatingCard>(BotMessageNames.Facilitating)
        .AddCard<FacilitatorLeftCard>(BotMessageNames.FacilitatorLeft)
        .AddCard<FacilitatorCallCard>(BotMessageNames.FacilitatorCall)
        .AddRedraws<FacilitatorCallRedraws>()
        .AddRedraws<FacilitatorRequestRedraws>();
}
