using IncidentBot.Cards;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.Declare;

/// <summary>Whoever declares sees what helped the last time.</summary>
public sealed class EarlierIncidentTests
{
    private const string Fix = "Doubled the connection pool";

    [Fact]
    [Trait("Requirement", "R129")]
    public async Task What_helped_in_an_earlier_incident_stands_in_the_form_and_on_the_card()
    {
        await using var app = await BotApp.StartAsync();
        await DebriefedAsync(app, await ResolvedIncident.Sev1(app));
        await app.Slack.As("ben").TypeAsync("general", "/incident Checkout is down again");
        var form = app.Slack.OpenView("ben")!;
        Assert.Contains(Fix, ShownMessages.TextOf(app, form), StringComparison.Ordinal);

        await app.Slack.As("ben").SubmitAsync(form);
        await app.SettleAsync();

        var card = InChannelOfSecond(app);
        Assert.Contains($"What helped then: {Fix}", card, StringComparison.Ordinal);
        Assert.Contains("Looks like Incident 1", card, StringComparison.Ordinal);

        await app.Slack.As("ben").TypeAsync("general", "/incident Mail is late");
        Assert.DoesNotContain(Fix, ShownMessages.TextOf(app, app.Slack.OpenView("ben")!), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R129")]
    public async Task What_helped_stands_in_the_overview_and_the_whys_of_the_next_one_until_the_earlier_one_becomes_private()
    {
        await using var app = await BotApp.StartAsync();
        var first = await ResolvedIncident.Sev1(app);
        await DebriefedAsync(app, first);
        var second = await ResolvedIncident.Sev1(app);
        await app.SweepAsync();
        var maya = app.Slack.As("maya");

        await maya.TypeAsync(second.Channel, "/incident pm");
        var overview = app.Slack.OpenView("maya")!;
        Assert.Contains(Fix, ShownMessages.TextOf(app, overview), StringComparison.Ordinal);
        await maya.ClickAsync(overview, "post_mortem_section_open", $"{second.Number}:whys");
        Assert.Contains(Fix, ShownMessages.TextOf(app, app.Slack.OpenView("maya")!), StringComparison.Ordinal);
        await maya.ClickAsync(app.Slack.OpenView("maya")!, CardActions.PostMortem, "1");
        Assert.Contains("Incident 1", ShownMessages.TextOf(app, app.Slack.OpenView("maya")!), StringComparison.Ordinal);
        await maya.CloseAsync(app.Slack.OpenView("maya")!, all: true);

        app.Slack.Channels.Put(app.Slack.Channels.Named(first.Channel) with { IsPrivate = true });
        await maya.TypeAsync(first.Channel, "Now we are among ourselves");
        await app.SettleAsync();

        await maya.TypeAsync(second.Channel, "/incident pm");
        Assert.DoesNotContain(Fix, ShownMessages.TextOf(app, app.Slack.OpenView("maya")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_one_is_shown_only_in_the_form_of_someone_who_may_see_it()
    {
        await using var app = await BotApp.StartAsync();
        var hidden = await ResolvedIncident.Private(app);
        await DebriefedAsync(app, hidden);
        var title = (await app.ReadAsync(db => db.Incidents.FindAsync(hidden.Number).AsTask()))!.Title;
        foreach (var (person, sees) in new[] { ("maya", true), ("ben", false) })
        {
            await app.Slack.As(person).TypeAsync("general", $"/incident {title}");
            Assert.Equal(
                sees, ShownMessages.TextOf(app, app.Slack.OpenView(person)!).Contains(Fix, StringComparison.Ordinal));
        }

        await app.Slack.As("maya").SubmitAsync(app.Slack.OpenView("maya")!);
        await app.SettleAsync();

        Assert.Contains("Incident 2", InChannelOfSecond(app), StringComparison.Ordinal);
        Assert.DoesNotContain(Fix, InChannelOfSecond(app), StringComparison.Ordinal);
    }

    private static string InChannelOfSecond(BotApp app)
    {
        var channel = app.Slack.Channels.All.Single(each => each.Name.StartsWith("inc-2-", StringComparison.Ordinal));
        return string.Join('\n', app.Slack.MessagesIn(channel.Name).Select(app.Slack.PlainText));
    }

    private static async Task DebriefedAsync(BotApp app, ResolvedIncident incident)
    {
        var maya = app.Slack.As("maya");
        await maya.TypeAsync(incident.Channel, "/incident debrief");
        await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("immediate_fix", Fix)));
        await app.SettleAsync();
        await app.SweepAsync();
    }
}
