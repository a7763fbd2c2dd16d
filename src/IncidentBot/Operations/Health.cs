using IncidentBot.Storage;

namespace IncidentBot.Operations;

/// <summary>For whoever operates the service: is it alive, may it get traffic, and what should someone see to?</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health/live", () => Results.Ok(new { status = "alive" }));
        endpoints.MapGet("/health/ready", (Readiness readiness) => readiness.IsReady
            ? Results.Ok(new { status = "ready", problems = readiness.Problems })
            : Results.Json(
                new { status = "not ready", problems = readiness.Problems }, statusCode: StatusCodes.Status503ServiceUnavailable));
    }
}
