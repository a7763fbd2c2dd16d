namespace IncidentBot.Features.Declare;

/// <summary>Registers what the handlers of this feature share: the way to the declare modal.</summary>
internal static class DeclareSetup
{
    public static IServiceCollection AddDeclare(this IServiceCollection services) => services.AddScoped<DeclareOpener>();
}
