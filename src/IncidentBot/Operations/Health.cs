using IncidentBot.Storage;

namespace IncidentBot.Operations;

/// <summary>For the operator: is the service alive, is it ready for traffic, and what needs attention?</summary>
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
