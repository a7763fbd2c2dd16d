namespace IncidentBot.Operations;

/// <summary>For whoever operates the service: is it alive, and may it get traffic?</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health/live", () => Results.Ok(new { status = "alive" }));
        endpoints.MapGet("/health/ready", (Readiness readiness) => readiness.IsReady
            ? Results.Ok(new { status = "ready" })
            : Results.Json(new { status = "not ready", missing = readiness.Missing }, statusCode: StatusCodes.Status503ServiceUnavailable));
    }
}
