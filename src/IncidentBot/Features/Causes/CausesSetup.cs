namespace IncidentBot.Features.Causes;

/// <summary>Registers what the handlers of this feature share.</summary>
internal static class CausesSetup
{
    public static IServiceCollection AddCauses(this IServiceCollection services) => services.AddScoped<CauseUses>();
}
