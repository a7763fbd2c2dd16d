using System.Collections.Immutable;
using System.Text.Json;
using IncidentBot.Sandbox.BlockKit;
using IncidentBot.Sandbox.Delivery;
using IncidentBot.Sandbox.State;

namespace IncidentBot.Sandbox.People;

/// <summary>Applies the app's answer to a submission; an undocumented answer shows Slack's "trouble connecting".</summary>
internal sealed class SubmissionAnswer(Workspace workspace)
{
    public void Apply(View view, Acknowledgement answer)
    {
        if (!answer.Ok)
        {
            workspace.Views.SetBanner(view, View.ConnectionFailed);
        }
        else if (answer.Body.Length == 0)
        {
            workspace.Views.Pop(view);
        }
        else if (!Understood(view, answer.Body))
        {
            workspace.Views.SetBanner(view, View.ConnectionFailed);
        }
    }

    private bool Understood(View view, string body)
    {
        JsonElement json;
        try
        {
            json = Json.Parse(body);
        }
        catch (JsonException)
        {
            return false;
        }

        switch (json.Text("response_action"))
        {
            case "clear":
                workspace.Views.Clear(view.User);
                return true;
            case "errors":
                return ShowErrors(view, json.At("errors"));
            case "update" when IsModal(json.At("view")):
                workspace.Views.Update(view, json.GetProperty("view"));
                return true;
            case "push" when IsModal(json.At("view")):
                return workspace.Views.Push(view.User, json.GetProperty("view")) is not null;
            default:
                return false;
        }
    }

    /// <summary>Every key must be the block_id of an input block in this view.</summary>
    private bool ShowErrors(View view, JsonElement? errors)
    {
        if (errors is not { ValueKind: JsonValueKind.Object } given)
        {
            return false;
        }

        var inputs = BlockTree.Elements(view.Blocks).Where(f => f.IsInput).Select(f => f.BlockId).ToHashSet(StringComparer.Ordinal);
        var messages = given.EnumerateObject().ToList();
        if (messages.Count == 0 || messages.Exists(e => !inputs.Contains(e.Name) || e.Value.ValueKind != JsonValueKind.String))
        {
            return false;
        }

        workspace.Views.SetErrors(view, messages.ToImmutableDictionary(e => e.Name, e => e.Value.GetString()!));
        return true;
    }

    private static bool IsModal(JsonElement? view) => view is { } given && ViewCheck.Problems(given, "modal").Count == 0;
}
