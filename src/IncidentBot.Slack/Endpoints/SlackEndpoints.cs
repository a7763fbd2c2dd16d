using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IncidentBot.Slack.Endpoints;

/// <summary>The request URLs of the app.</summary>
public static class SlackEndpoints
{
    /// <summary>
    /// Maps POST /slack/commands, /slack/interactivity, /slack/options and /slack/events. Map them before anything that reads forms:
    /// the signature is over the bytes as they came.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <returns>The group, for conventions.</returns>
    public static RouteGroupBuilder MapSlack(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/slack");
        group.MapPost("/commands", (HttpContext context, SlackRequestReader reader, SlackReceiver receiver) =>
            AnswerAsync(context, reader, receiver.CommandAsync));
        group.MapPost("/interactivity", (HttpContext context, SlackRequestReader reader, SlackReceiver receiver) =>
            AnswerAsync(context, reader, receiver.InteractionAsync));
        group.MapPost("/options", (HttpContext context, SlackRequestReader reader, SlackReceiver receiver) =>
            AnswerAsync(context, reader, receiver.InteractionAsync));
        group.MapPost("/events", (HttpContext context, SlackRequestReader reader, SlackEventReceiver receiver) =>
            AnswerAsync(
                context, reader, body => receiver.AcceptAsync(body, context.Request.Headers["X-Slack-Retry-Num"], context.RequestAborted)));
        group.DisableAntiforgery();
        group.AllowAnonymous();
        group.ExcludeFromDescription();
        return group;
    }

    private static async Task<IResult> AnswerAsync(
        HttpContext context, SlackRequestReader reader, Func<ReadOnlyMemory<byte>, Task<IResult>> answer)
    {
        var (body, refusal) = await reader.ReadAsync(context.Request);
        return refusal ?? await answer(body);
    }
}
