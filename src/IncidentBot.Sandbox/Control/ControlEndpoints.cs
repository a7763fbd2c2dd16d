using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Sandbox.State;

namespace IncidentBot.Sandbox.Control;

/// <summary>
/// /control/…: lets tests in another process use the workspace. Only on this machine, and only if the options enable it.
/// </summary>
internal static class ControlEndpoints
{
    public static void MapControl(this WebApplication app)
    {
        var workspace = app.Services.GetRequiredService<Workspace>();
        var control = app.MapGroup("/control").DisableAntiforgery().AddEndpointFilter(OnlyHereAsync);
        MapReading(control, new ControlState(workspace));
        MapTime(control, workspace);
        var failures = new ControlFailures(workspace);
        MapFailures(control.MapGroup("/failures"), failures);
        MapFailures(control.MapGroup("/troubles"), failures);
        var people = new ControlPeople(workspace);
        control.MapPost("/people/{person}/{act}", (HttpRequest request, string person, string act) =>
            AnswerAsync(request, body => people.ActAsync(person, act, body)));
    }

    private static void MapReading(RouteGroupBuilder control, ControlState state)
    {
        control.MapGet("/state", () => Json(state.Overview()));
        control.MapGet("/calls", (string? method) => Json(state.Calls(method)));
        control.MapGet("/deliveries", () => Json(state.Deliveries()));
        control.MapGet("/channels/{channel}/messages", (HttpRequest request, string channel, string? seenBy) =>
            AnswerAsync(request, _ => Task.FromResult<JsonNode>(state.Messages(channel, seenBy))));
        control.MapGet("/people/{person}/modal", (HttpRequest request, string person) =>
            AnswerAsync(request, _ => Task.FromResult<JsonNode>(state.Modal(person))));
        control.MapGet("/people/{person}/home", (HttpRequest request, string person) =>
            AnswerAsync(request, _ => Task.FromResult<JsonNode>(state.Home(person))));
    }

    private static void MapTime(RouteGroupBuilder control, Workspace workspace)
    {
        control.MapPost("/clock", (HttpRequest request) => AnswerAsync(request, body =>
        {
            var clock = workspace.Clock as SandboxClock
                ?? throw new InvalidOperationException("This workspace's clock is controlled from outside.");
            clock.Move(body.RequiredSeconds());
            return Task.FromResult<JsonNode>(new JsonObject { ["now"] = workspace.Now });
        }));
        control.MapPost("/settle", (HttpRequest request) => AnswerAsync(request, async _ =>
        {
            await workspace.SettleAsync();
            return new JsonObject { ["pending"] = workspace.PendingDeliveries };
        }));
        control.MapPost("/connect", (HttpRequest request) => AnswerAsync(request, async body =>
            await workspace.ConnectAsync(new Uri(body.RequiredText("url"))) is { } problem
                ? throw new InvalidOperationException(problem)
                : new JsonObject { ["ok"] = true }));
    }

    /// <param name="group">"/failures", or its former name "/troubles", which people's scripts still use.</param>
    private static void MapFailures(RouteGroupBuilder group, ControlFailures failures)
    {
        group.MapGet("/", () => Json(failures.Active()));
        group.MapPost("/{name}", (HttpRequest request, string name) => AnswerAsync(request, body =>
        {
            failures.Begin(name, body);
            return Task.FromResult<JsonNode>(failures.Active());
        }));
        group.MapDelete("/{id?}", (string? id) =>
        {
            failures.End(id);
            return Json(failures.Active());
        });
    }

    /// <summary>A refused action answers 400 with the sentence that the page would show.</summary>
    private static async Task<IResult> AnswerAsync(HttpRequest request, Func<JsonElement, Task<JsonNode>> act)
    {
        try
        {
            using var reader = new StreamReader(request.Body);
            var text = await reader.ReadToEndAsync();
            return Json(await act(Sandbox.Json.Parse(text.Length == 0 ? "{}" : text)));
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or FormatException or JsonException)
        {
            return Results.Text(Sandbox.Json.ToText(new JsonObject { ["error"] = e.Message }), "application/json", statusCode: 400);
        }
    }

    private static IResult Json(JsonNode answer) => Results.Text(Sandbox.Json.ToText(answer), "application/json");

    /// <summary>In-process clients have no address, so a missing address is allowed.</summary>
    private static ValueTask<object?> OnlyHereAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Connection.RemoteIpAddress is { } caller && !IPAddress.IsLoopback(caller)
            ? ValueTask.FromResult<object?>(Results.StatusCode(403))
            : next(context);
}
