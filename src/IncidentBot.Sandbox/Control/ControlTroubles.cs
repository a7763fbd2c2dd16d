using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Sandbox.State;
using IncidentBot.Sandbox.Troubles;

namespace IncidentBot.Sandbox.Control;

/// <summary>Troubles by name: POST begins one with its settings; DELETE ends one by its id, or all of them.</summary>
internal sealed class ControlTroubles(Workspace workspace)
{
    private readonly WorkspaceTroubles troubles = workspace.Troubles;

    public JsonArray Active() => new([.. troubles.Active.Select(t => new JsonObject { ["id"] = t.Id, ["what"] = t.What })]);

    public void End(string? id)
    {
        if (id is null)
        {
            troubles.EndAll();
        }
        else
        {
            troubles.End(id);
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
                troubles.SlackIsDown(Seconds(with), Kind(with, FaultKind.HtmlUnavailable));
                break;
            case "events-late":
                troubles.Events.DelayBy(with.RequiredSeconds());
                break;
            case "events-shuffled":
                troubles.Events.Shuffle(Seconds(with) ?? TimeSpan.FromSeconds(20), with.Number("seed") ?? 1);
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
            "bot-unreachable" => troubles.BotIsUnreachable,
            "token-revoked" => troubles.RevokeToken,
            "app-uninstalled" => troubles.UninstallApp,
            "creates-race" => troubles.CreatesRace,
            "no-groups" => troubles.GroupsNeedUpgrade,
            "events-dropped" => () => Begin(troubles.Events.Drops, with),
            "events-doubled" => () => Begin(troubles.Events.Duplicates, with),
            "events-swapped" => () => Begin(troubles.Events.Swaps, with),
            "events-overlap" => () => Begin(troubles.Events.Overlaps, with),
            "triggers-expired" => () => Begin(troubles.ExpiredTriggers, with),
            "scope-taken" => () => troubles.TakeScope(with.RequiredText("scope")),
            "deactivated" => () => troubles.Deactivate(with.RequiredText("person")),
            "guest" => () => troubles.MakeGuest(with.RequiredText("person")),
            "bot-removed" => () => troubles.RemoveBot(with.RequiredText("channel")),
            "renamed" => () => troubles.RenameChannel(with.RequiredText("channel"), with.RequiredText("name")),
            "archived" => () => troubles.ArchiveChannel(with.RequiredText("channel")),
            "shared" => () => troubles.ShareChannel(with.RequiredText("channel")),
            "read-only" => () => troubles.RestrictPosting(with.RequiredText("channel")),
            "name-occupied" => () => troubles.OccupyName(with.RequiredText("name")),
            _ => throw new ArgumentException($"There is no trouble called {name}.", nameof(name)),
        };
        begin();
    }

    private void Fail(JsonElement with)
    {
        var fault = new Fault(Kind(with, FaultKind.Error))
        {
            Code = with.Text("code") ?? "internal_error",
            RetryAfterSeconds = with.Number("retry_after") ?? 1,
        };
        var method = with.Text("method") ?? Faults.AnyMethod;
        if (with.Number("calls") is { } calls)
        {
            troubles.Calls.Next(method, fault, calls);
        }
        else
        {
            troubles.Calls.Always(method, fault);
        }
    }

    private static void Begin(TroubleSwitch spell, JsonElement with)
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

    private static FaultKind Kind(JsonElement with, FaultKind fallback) =>
        with.Text("kind") is { } kind ? Enum.Parse<FaultKind>(kind, ignoreCase: true) : fallback;

    private static TimeSpan? Seconds(JsonElement with) => with.Number("seconds") is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
}
