using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Sandbox.State;
using IncidentBot.Sandbox.Failures;

namespace IncidentBot.Sandbox.Control;

/// <summary>Failures by name: POST begins one with its settings; DELETE ends one by its id, or all of them.</summary>
internal sealed class ControlFailures(Workspace workspace)
{
    private readonly WorkspaceFailures failures = workspace.Failures;

    public JsonArray Active() => new([.. failures.Active.Select(t => new JsonObject { ["id"] = t.Id, ["what"] = t.What })]);

    public void End(string? id)
    {
        if (id is null)
        {
            failures.EndAll();
        }
        else
        {
            failures.End(id);
        }
    }

    public void Begin(string name, JsonElement with)
    {
        switch (name)
        {
            case "calls":
                Fail(with);
                break;
            case "slack-down":
                failures.SlackIsDown(Seconds(with), Kind(with, CallFailureKind.HtmlUnavailable));
                break;
            case "events-late":
                failures.Events.DelayBy(with.RequiredSeconds());
                break;
            case "events-shuffled":
                failures.Events.Shuffle(Seconds(with) ?? TimeSpan.FromSeconds(20), with.Number("seed") ?? 1);
                break;
            default:
                BeginNamed(name, with);
                break;
        }
    }

    private void BeginNamed(string name, JsonElement with)
    {
        Action begin = name switch
        {
            "bot-unreachable" => failures.BotIsUnreachable,
            "token-revoked" => failures.RevokeToken,
            "app-uninstalled" => failures.UninstallApp,
            "creates-race" => failures.CreatesRace,
            "no-groups" => failures.GroupsNeedUpgrade,
            "events-dropped" => () => Begin(failures.Events.Drops, with),
            "events-doubled" => () => Begin(failures.Events.Duplicates, with),
            "events-swapped" => () => Begin(failures.Events.Swaps, with),
            "events-overlap" => () => Begin(failures.Events.Overlaps, with),
            "triggers-expired" => () => Begin(failures.ExpiredTriggers, with),
            "scope-taken" => () => failures.TakeScope(with.RequiredText("scope")),
            "deactivated" => () => failures.Deactivate(with.RequiredText("person")),
            "guest" => () => failures.MakeGuest(with.RequiredText("person")),
            "bot-removed" => () => failures.RemoveBot(with.RequiredText("channel")),
            "renamed" => () => failures.RenameChannel(with.RequiredText("channel"), with.RequiredText("name")),
            "archived" => () => failures.ArchiveChannel(with.RequiredText("channel")),
            "shared" => () => failures.ShareChannel(with.RequiredText("channel")),
            "read-only" => () => failures.RestrictPosting(with.RequiredText("channel")),
            "name-occupied" => () => failures.OccupyName(with.RequiredText("name")),
            _ => throw new ArgumentException($"There is no failure called {name}.", nameof(name)),
        };
        begin();
    }

    private void Fail(JsonElement with)
    {
        var failure = new CallFailure(Kind(with, CallFailureKind.Error))
        {
            Code = with.Text("code") ?? "internal_error",
            RetryAfterSeconds = with.Number("retry_after") ?? 1,
            SlowSeconds = with.Number("seconds") ?? 2,
        };
        var method = with.Text("method") ?? CallFailures.AnyMethod;
        if (with.Number("calls") is { } calls)
        {
            failures.Calls.Next(method, failure, calls);
        }
        else
        {
            failures.Calls.Always(method, failure);
        }
    }

    private static void Begin(FailureSwitch spell, JsonElement with)
    {
        if (with.Number("times") is { } times)
        {
            spell.Next(times);
        }
        else
        {
            spell.Always();
        }
    }

    private static CallFailureKind Kind(JsonElement with, CallFailureKind fallback) =>
        with.Text("kind") is { } kind ? Enum.Parse<CallFailureKind>(kind, ignoreCase: true) : fallback;

    private static TimeSpan? Seconds(JsonElement with) => with.Number("seconds") is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
}
