using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Hosting;

/// <summary>An incident as a test meets it: its number and the name of its channel.</summary>
internal sealed record ScenarioIncident(int Number, string Channel);

/// <summary>States that many tests begin in, reached the way people reach them; maya acts.</summary>
internal static class Scenarios
{
    public static Task<ScenarioIncident> DeclaredSev1(BotApp app, string title = "Checkout is down") => DeclaredAsync(app, "SEV1", title);

    public static Task<ScenarioIncident> DeclaredSev2(BotApp app, string title = "Search is slow") => DeclaredAsync(app, "SEV2", title);

    private static async Task<ScenarioIncident> DeclaredAsync(BotApp app, string severity, string title)
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
