using IncidentBot.Cards;
using IncidentBot.Sandbox.State;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Hosting;

/// <summary>An incident in a test: its number and the name of its channel.</summary>
internal sealed record ScenarioIncident(int Number, string Channel);

/// <summary>The starting points of many tests, reached through Slack by maya.</summary>
internal static class Scenarios
{
    public static Task<ScenarioIncident> DeclaredSev1(BotApp app, string title = "Checkout is down") => Declared(app, "SEV1", title);

    public static Task<ScenarioIncident> DeclaredSev2(BotApp app, string title = "Search is slow") => Declared(app, "SEV2", title);

    public static Task<ScenarioIncident> DeclaredSev3(BotApp app, string title = "Checkout is down") => Declared(app, "SEV3", title);

    /// <summary>A SEV1 whose declarer led it and stepped down.</summary>
    public static async Task<ScenarioIncident> WithoutLead(BotApp app)
    {
        var incident = await DeclaredSev1(app);
        await LeaveLeadAsync(app, incident);
        return incident;
    }

    /// <summary>The declarer, who leads, steps down.</summary>
    public static async Task LeaveLeadAsync(BotApp app, ScenarioIncident incident)
    {
        var card = app.Slack.MessagesIn(incident.Channel).Single(message => message.Pin is not null);
        await app.Slack.As("maya").ClickAsync(card, CardActions.StepDown, $"{incident.Number}:lead");
        await app.SettleAsync();
    }

    /// <summary>Declared and resolved an hour later, at 10:00 UTC; the post-mortem is required.</summary>
    public static async Task<ScenarioIncident> ResolvedSev1(BotApp app, string title = "Checkout is down")
    {
        var incident = await DeclaredSev1(app, title);
        await app.AdvanceAsync(TimeSpan.FromHours(1));
        await Resolve(app, incident);
        return incident;
    }

    /// <summary>Resolves the incident and leaves for later what the bot asks next.</summary>
    public static async Task Resolve(BotApp app, ScenarioIncident incident, string person = "maya")
    {
        if (await ResolveAndBeAsked(app, incident, person) is { } next)
        {
            await app.Slack.As(person).CloseAsync(next);
        }
    }

    /// <summary>Fills in and submits the resolve modal; the form that follows is open.</summary>
    public static async Task<View?> ResolveAndBeAsked(BotApp app, ScenarioIncident incident, string person = "maya")
    {
        var actor = app.Slack.As(person);
        await actor.TypeAsync(incident.Channel, "/incident resolve");
        var modal = await actor.FillAsync(app.Slack.OpenView(person)!, ("sentence", "The connection pool was too small."));
        var next = await actor.SubmitAsync(modal);
        await app.SettleAsync();
        return next;
    }

    public static async Task<ScenarioIncident> Declared(BotApp app, string severity, string title = "Checkout is down")
    {
        var maya = app.Slack.As("maya");
        await maya.TypeAsync("general", $"/incident {title}");
        var modal = await maya.FillAsync(app.Slack.OpenView("maya")!, ("severity", severity));
        var declared = await maya.SubmitAsync(modal);
        await app.SettleAsync();
        await maya.CloseAsync(declared!, all: true);
        var number = await app.ReadAsync(db => db.Incidents.MaxAsync(incident => incident.Number));
        var channel = await app.ReadAsync(db => db.Channels.SingleAsync(channel => channel.IncidentNumber == number));
        return new ScenarioIncident(number, channel.Name!);
    }
}
