using IncidentBot.Cards;
using IncidentBot.Domain.Severities;
using IncidentBot.Features.Declare;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Features.Declare;

public sealed class DrillTests
{
    private const string Channel = "drill-1-20260303-checkout-is-down";

    [Fact]
    [Trait("Engine", "both")]
    public async Task Everything_about_a_drill_says_that_it_is_one()
    {
        await using var app = await BotApp.StartAsync();
        await DeclareAsync(app);

        Assert.Equal(Severity.Sev2, await app.ReadAsync(db => db.Incidents.Select(incident => incident.CouldHaveBeen).SingleAsync()));
        Assert.Equal("DRILL · SEV1 · lead maya", app.Slack.Channels.Named(Channel).Topic.Value);
        Assert.StartsWith(
            "Drill 1:",
            app.Slack.PlainText(app.Slack.MessagesIn(Channel).Single(message => message.Pin is not null)),
            StringComparison.Ordinal);
        var headline = app.Slack.PlainText(app.Slack.MessagesIn("incidents").Single(message => message.BotId is not null));
        Assert.Contains("Drill 1: Checkout is down", headline, StringComparison.Ordinal);
        Assert.Contains("nothing is really broken", headline, StringComparison.Ordinal);

        foreach (var answer in new[] { 1, 2 })
        {
            var announced = app.Slack.MessagesIn("incidents").First(message => message.BotId is not null);
            await app.Slack.As("tom").ClickAsync(announced, "incident_join");
            await app.SettleAsync();
            Assert.StartsWith("You're in #drill-1-", ShownMessages.LatestEphemeral(app, "tom"), StringComparison.Ordinal);
            Assert.Equal(answer, app.Slack.EphemeralsFor("tom").Count);
        }

        await app.Slack.As("maya").ClickAsync(ShownMessages.IncidentCard(app, Channel), CardActions.StepDown, "1:lead");
        await app.AdvanceAsync(TimeSpan.FromMinutes(30));
        Assert.Contains(ShownMessages.TextsIn(app, Channel), text => text.Contains("Drill 1 has no lead", StringComparison.Ordinal));
        Assert.Contains(ShownMessages.TextsIn(app, Channel), text => text.Contains("update of the drill is due", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_a_drill_one_nudge_recommends_a_post_mortem_and_no_reminder_follows()
    {
        await using var app = await BotApp.StartAsync();
        await DeclareAsync(app);
        await app.Slack.As("maya").TypeAsync(Channel, "/incident lead me");
        await Scenarios.Resolve(app, new ScenarioIncident(1, Channel));
        var before = app.Slack.DmWith("maya").Count;

        await app.AdvanceInStepsAsync(TimeSpan.FromDays(12), TimeSpan.FromHours(6));

        var postMortem = await app.ReadAsync(db => db.PostMortems.SingleAsync());
        Assert.Equal(PostMortemNeed.Recommended, postMortem.Need);
        Assert.Single(app.Slack.DmWith("maya").Skip(before));
    }

    private static async Task DeclareAsync(BotApp app)
    {
        var maya = app.Slack.As("maya");
        await maya.TypeAsync("general", "/incident Checkout is down");
        await maya.ClickAsync(app.Slack.OpenView("maya")!, DeclareModal.ShowMore);
        await maya.SubmitAsync(await maya.FillAsync(
            app.Slack.OpenView("maya")!, ("severity", "SEV1"), ("could_have_been", "SEV2"), ("private", "drill")));
        await app.SettleAsync();
        await maya.CloseAsync(app.Slack.OpenView("maya")!, all: true);
    }
}
