using IncidentBot.Sandbox.State;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.Board;

/// <summary>The meeting of a resolved incident with its board in the channel; maya started it and runs it.</summary>
internal sealed class RunningMeeting(BotApp app, ResolvedIncident incident)
{
    public ResolvedIncident Incident => incident;

    /// <summary>The current board.</summary>
    public Message Board =>
        app.Slack.MessagesIn(incident.Channel).Single(
            message => app.Slack.PlainText(message).StartsWith("Post-mortem of incident", StringComparison.Ordinal));

    /// <summary>What the board says, without the marks of bold print.</summary>
    public string Text => ShownMessages.TextOf(app, Board);

    public static async Task<RunningMeeting> StartAsync(BotApp app, string agenda = "standard-90")
    {
        var meeting = new RunningMeeting(app, await ResolvedIncident.Sev1(app));
        await meeting.StartAsync("maya", agenda);
        return meeting;
    }

    public async Task StartAsync(string person, string agenda)
    {
        var actor = app.Slack.As(person);
        await actor.TypeAsync(incident.Channel, "/incident pm start");
        await actor.SubmitAsync(await actor.FillAsync(app.Slack.OpenView(person)!, ("agenda", agenda)));
        await app.SettleAsync();
    }

    /// <summary>Someone presses a button that the board shows now.</summary>
    public async Task PressAsync(string action, string person = "maya")
    {
        await app.Slack.As(person).ClickAsync(Board, action);
        await app.SettleAsync();
    }

    /// <summary>Someone chooses an entry of a menu that the board shows now; the facilitator's unless another is named.</summary>
    public async Task ChooseAsync(string entry, string person = "maya", string menu = "room_run_menu")
    {
        await app.Slack.As(person).SelectAsync(Board, menu, entry);
        await app.SettleAsync();
    }

    /// <summary>Maya presses a button of the board, fills the form behind it and sends it.</summary>
    public Task WriteAsync(string action, params (string Field, string Value)[] values) => WriteAsync(action, null, values);

    public async Task WriteAsync(string action, string? value, params (string Field, string Value)[] values)
    {
        var maya = app.Slack.As("maya");
        await maya.ClickAsync(Board, action, value);
        await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, values));
        await app.SettleAsync();
    }

    /// <summary>Presses Next until the board shows a phase.</summary>
    public async Task GoToAsync(string phase, string runner = "maya")
    {
        while (!Text.Contains($", {phase} ·", StringComparison.Ordinal))
        {
            await PressAsync("room_next", runner);
        }
    }
}
