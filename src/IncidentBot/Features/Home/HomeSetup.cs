using IncidentBot.Cards;

namespace IncidentBot.Features.Home;

/// <summary>Registers what keeps the home tab up to date.</summary>
internal static class HomeSetup
{
    public static IServiceCollection AddHome(this IServiceCollection services) => services.AddRedraws<HomeQuestionRedraws>();
}
