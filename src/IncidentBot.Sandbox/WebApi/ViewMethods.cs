using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Sandbox.BlockKit;
using IncidentBot.Sandbox.State;
using IncidentBot.Sandbox.Wire;

namespace IncidentBot.Sandbox.WebApi;

internal sealed class ViewMethods(Workspace workspace)
{
    private const int ByteLimit = 250_000;

    public IEnumerable<ApiMethod> All =>
    [
        new("views.open", [], ["trigger_id", "view"], Open) { TakesJson = true },
        new("views.push", [], ["trigger_id", "view"], Push) { TakesJson = true },
        new("views.update", [], ["view"], Update) { TakesJson = true },
        new("views.publish", [], ["user_id", "view"], Publish) { TakesJson = true },
    ];

    private JsonObject Open(ApiContext call)
    {
        var content = Content(call, "modal");
        var trigger = Trigger(call);
        RequireFreeExternalId(content, except: null);
        workspace.Triggers.Use(call.Arguments.Text("trigger_id"));
        return Answer(workspace.Views.Open(trigger.User, content));
    }

    private JsonObject Push(ApiContext call)
    {
        var content = Content(call, "modal");
        var trigger = Trigger(call);
        if (trigger.ViewId is null)
        {
            throw new ApiRefusal("invalid_trigger_id");
        }

        RequireFreeExternalId(content, except: null);
        var view = workspace.Views.Push(trigger.User, content) ?? throw new ApiRefusal("push_limit_reached");
        workspace.Triggers.Use(call.Arguments.Text("trigger_id"));
        return Answer(view);
    }

    private JsonObject Update(ApiContext call)
    {
        var view = call.Arguments.Has("view_id") ? workspace.Views.Find(call.Arguments.Text("view_id"))
            : call.Arguments.Has("external_id") ? workspace.Views.ByExternalId(call.Arguments.Text("external_id"))
            : throw ApiRefusal.InvalidArguments("missing required field: view_id");
        var content = Content(call, view is { IsHome: true } ? "home" : "modal");
        if (view is null)
        {
            throw new ApiRefusal("not_found");
        }

        RequireHash(call, view);
        RequireFreeExternalId(content, view.Id);
        return Answer(workspace.Views.Update(view, content));
    }

    private JsonObject Publish(ApiContext call)
    {
        var content = Content(call, "home");
        var user = call.User("user_id");
        if (workspace.Views.Home(user.Id) is { } home)
        {
            RequireHash(call, home);
        }

        return Answer(workspace.Views.Publish(user.Id, content));
    }

    private Trigger Trigger(ApiContext call)
    {
        var (trigger, error) = workspace.Triggers.Check(call.Arguments.Text("trigger_id"));
        return trigger ?? throw new ApiRefusal(error!);
    }

    private static void RequireHash(ApiContext call, View view)
    {
        if (call.Arguments.Has("hash") && call.Arguments.Text("hash") != view.Hash)
        {
            throw new ApiRefusal("hash_conflict");
        }
    }

    private void RequireFreeExternalId(JsonElement content, string? except)
    {
        if (content.Text("external_id") is { Length: > 0 } externalId
            && workspace.Views.ByExternalId(externalId) is { } other && other.Id != except)
        {
            throw new ApiRefusal("duplicate_external_id");
        }
    }

    private static JsonElement Content(ApiContext call, string type)
    {
        var view = call.Arguments.Nested("view", JsonValueKind.Object, "invalid_arguments")!.Value;
        if (Encoding.UTF8.GetByteCount(view.GetRawText()) > ByteLimit)
        {
            throw new ApiRefusal("view_too_large");
        }

        return ViewCheck.Problems(view, type) is { Count: > 0 } problems ? throw ApiRefusal.InvalidArguments(problems) : view;
    }

    private JsonObject Answer(View view) => ApiContext.Ok(new KeyValuePair<string, JsonNode?>("view", view.ToJson(workspace)));
}
