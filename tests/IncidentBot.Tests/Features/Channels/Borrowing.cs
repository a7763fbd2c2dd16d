using IncidentBot.Cards;
using IncidentBot.Sandbox.Failures;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Features.Channels;

/// <summary>An incident whose own channel could not be created, so it continues in the channel where maya typed.</summary>
internal static class Borrowing
{
    /// <summary>The bot is in the channel already; "Use that channel" was pressed.</summary>
    public static async Task<ScenarioIncident> DeclareInAsync(BotApp app, string channel, string title = "Checkout is down")
    {
        app.ExpectLogs();
        if (!app.Slack.Channels.Named(channel).Members.Contains(app.Slack.Users.Bot.Id))
        {
            await app.Slack.As("maya").InviteAsync(channel, "incidentbot");
        }

        app.Slack.CallFailures.Next("conversations.create", new CallFailure(CallFailureKind.Error) { Code = "restricted_action" });
        var maya = app.Slack.As("maya");
        await maya.TypeAsync(channel, $"/incident {title}");
        var declared = await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("severity", "SEV1")));
        await app.SettleAsync();
        await maya.CloseAsync(declared!, all: true);
        var asked = app.Slack.DmWith("maya").Last(
            message => app.Slack.PlainText(message).Contains("couldn't create its channel", StringComparison.Ordinal));
        await maya.ClickAsync(asked, CardActions.UseChannel);
        await app.SettleAsync();
        return new ScenarioIncident(await app.ReadAsync(db => db.Incidents.MaxAsync(incident => incident.Number)), channel);
    }

    /// <summary>The stored messages of people, oldest first.</summary>
    public static Task<List<string>> KeptAsync(BotApp app) =>
        app.ReadAsync(db =>
            db.ChannelMessages
                .Where(message => !message.IsBot)
                .OrderBy(message => message.Ts)
                .Select(message => message.Text)
                .ToListAsync());
}
