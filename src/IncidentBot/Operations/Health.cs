using IncidentBot.Storage;

namespace IncidentBot.Operations;

/// <summary>For the operator: is the service alive, is it ready for traffic, and what needs attention?</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health/live", () => Results.Ok(new { status = "alive" }));
        endpoints.MapGet("/health/ready", AnswerAsync);
    }

    private static async Task<IResult> AnswerAsync(Readiness readiness, StorageProbe storage, CancellationToken cancellationToken)
    {
        var problem = readiness.IsReady ? await storage.FindProblemAsync(cancellationToken) : null;
        var problems = problem is null ? readiness.Problems : readiness.Problems.Append(new("storage", problem)).ToDictionary();
        return readiness.IsReady && problem is null
            ? Results.Ok(new { status = "ready", problems })
            : Results.Json(new { status = "not ready", problems }, statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
