using System.Globalization;
using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Severities;
using IncidentBot.Sandbox.State;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Features.ActionItems;

/// <summary>
/// What these tests start from: maya leads a resolved incident, lena facilitates its post-mortem, and ben owns action items.
/// The post-mortem is optional, so that its reminders do not interfere.
/// </summary>
internal static class ActionScenarios
{
    public static readonly PersonId Maya = new("U0MAYA0001");
    public static readonly PersonId Ben = new("U0BEN00002");
    public static readonly PersonId Lena = new("U0LENA0006");

    public static async Task<string> ResolvedIncidentAsync(BotApp app, string severity = "SEV3")
    {
        var (_, channel) = await Scenarios.Declared(app, severity);
        await app.ReadAsync(async db =>
        {
            var incident = await db.Incidents.SingleAsync();
            Assert.True(incident.Assign(IncidentRole.Lead, Maya, Maya, app.Now).Ok);
            Assert.True(incident.Resolve(new Resolution(app.Now, "A bad deploy"), Maya, app.Now).Ok);
            var postMortem = PostMortem.Open(Guid.NewGuid(), 1, PostMortemNeed.Optional, app.Now, TimeSpan.FromHours(48));
            postMortem.AssignFacilitator(Lena, Maya, app.Now);
            db.PostMortems.Add(postMortem);
            return await db.SaveChangesAsync();
        });
        await app.SettleAsync();
        return channel;
    }

    /// <summary>Maya adds an action item for ben, who is asked to accept it.</summary>
    public static async Task<string> ActionItemAsync(BotApp app, DateOnly due, string text = "Alert on the queue's age")
    {
        var channel = await ResolvedIncidentAsync(app);
        await AddAsync(app, channel, text, due);
        await app.AdvanceAsync(TimeSpan.FromSeconds(10));
        return channel;
    }

    public static async Task AddAsync(BotApp app, string channel, string text, DateOnly due, string owner = "ben")
    {
        await app.Slack.As("maya").TypeAsync(
            channel, string.Create(CultureInfo.InvariantCulture, $"/incident action {text} @{owner} by {due:yyyy-MM-dd}"));
        await app.SettleAsync();
    }

    public static async Task AcceptAsync(BotApp app)
    {
        await app.Slack.As("ben").ClickAsync(LastDm(app, "ben"), ItemActions.Accept);
        await app.SettleAsync();
    }

    /// <summary>Opens the list of the incident's action items for this person.</summary>
    public static async Task<View> OpenListAsync(BotApp app, string channel, string person)
    {
        await app.Slack.As(person).ClickAsync(
            app.Slack.MessagesIn(channel).Single(message => message.Pin is not null), CardActions.ActionItems);
        return app.Slack.OpenView(person)!;
    }

    public static Task<ActionItem> ItemAsync(BotApp app) => app.ReadAsync(db => db.ActionItems.AsNoTracking().SingleAsync());

    public static Message LastDm(BotApp app, string person) => app.Slack.DmWith(person)[^1];

    public static string LastDmText(BotApp app, string person) => app.Slack.PlainText(LastDm(app, person));
}
