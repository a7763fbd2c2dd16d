using System.Text.Json;
using IncidentBot.Sandbox.State;
using IncidentBot.Sandbox.WebApi;

namespace IncidentBot.Sandbox.Delivery;

/// <summary>POST /hooks/…: five answers within thirty minutes, no token, also where the bot is not a member.</summary>
internal sealed class ResponseUrlEndpoint(Workspace workspace)
{
    public async Task<IResult> AnswerAsync(HttpRequest request)
    {
        if (workspace.Failures.IsSlackDown)
        {
            return Failure(503, "service_unavailable");
        }

        JsonElement body;
        try
        {
            body = await JsonSerializer.DeserializeAsync<JsonElement>(request.Body);
        }
        catch (JsonException)
        {
            return Failure(400, "invalid_payload");
        }

        var path = request.Path.Value!.TrimStart('/');
        var (target, error) = workspace.ResponseUrls.Use(path);
        if (target is null)
        {
            return Failure(404, error!);
        }

        try
        {
            return workspace.Change(() => Apply(path, target, body));
        }
        catch (ApiRefusal refusal)
        {
            return Failure(400, refusal.Code);
        }
    }

    private IResult Apply(string path, ResponseTarget target, JsonElement body)
    {
        var original = target.MessageTs is { } ts ? workspace.Messages.Find(target.Channel, ts) : null;
        if (body.Flag("delete_original"))
        {
            if (original is not null)
            {
                workspace.Messages.Delete(original);
            }

            return Results.Text("ok");
        }

        var content = MessageContent.Read(ApiArguments.FromJson(body));
        if (content.IsEmpty)
        {
            return Failure(400, "no_text");
        }

        if (body.Flag("replace_original") && original is not null)
        {
            Replace(original, content);
            return Results.Text("ok");
        }

        var draft = content.Draft(
            target.Channel,
            workspace.Users.Bot,
            body.Text("thread_ts") ?? (body.Text("response_type") == "in_channel" ? null : target.ThreadTs));
        var posted = workspace.Messages.Post(draft with { EphemeralTo = body.Text("response_type") == "in_channel" ? null : target.User });
        if (target.MessageTs is null)
        {
            workspace.ResponseUrls.Aim(path, posted.Ts);
        }

        return Results.Text("ok");
    }

    /// <summary>An ephemeral message stays ephemeral, and a public one public.</summary>
    private void Replace(Message original, MessageContent content) =>
        workspace.Messages.Edit(original, content.InsteadOf, by: null);

    private static IResult Failure(int status, string error) => Results.Text(error, statusCode: status);
}
