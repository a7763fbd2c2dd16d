using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Failures;

/// <summary>Slack is down for half an hour, or can't reach the service.</summary>
public sealed class OutageTests
{
    private static readonly TimeSpan HalfAnHour = TimeSpan.FromMinutes(30);

    [Fact]
    [Trait("Engine", "both")]
    public async Task What_was_to_be_said_during_an_outage_is_said_once_and_in_order_after_it()
    {
        await using var app = await BotApp.StartAsync();
        app.ExpectLogs();
        var incident = await Scenarios.DeclaredSev1(app);
        var maya = app.Slack.As("maya");
        await maya.TypeAsync(incident.Channel, "/incident update First");
        await maya.TypeAsync(incident.Channel, "/incident update Second");
        app.Slack.Failures.SlackIsDown(HalfAnHour);

        await app.SettleAsync();
        Assert.DoesNotContain(ShownMessages.TextsIn(app, incident.Channel), text => text.Contains("First", StringComparison.Ordinal));
        await app.AdvanceInStepsAsync(HalfAnHour + TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5));

        var updates = ShownMessages.TextsIn(app, incident.Channel)
            .Where(text => !text.StartsWith("Incident 1:", StringComparison.Ordinal))
            .Select(text => text.Contains("First", StringComparison.Ordinal) ? "First"
                : text.Contains("Second", StringComparison.Ordinal) ? "Second"
                : "")
            .Where(word => word.Length > 0);
        Assert.Equal(["First", "Second"], updates);
    }

    [Fact]
    public async Task Of_the_nudges_that_an_outage_held_back_one_arrives()
    {
        await using var app = await BotApp.StartAsync();
        app.ExpectLogs();
        var incident = await Scenarios.DeclaredSev1(app);
        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident lead me");
        await app.SettleAsync();
        var before = ShownMessages.TextsIn(app, incident.Channel).Count;
        app.Slack.Failures.SlackIsDown(TimeSpan.FromMinutes(110));

        await app.AdvanceInStepsAsync(TimeSpan.FromMinutes(115), TimeSpan.FromMinutes(10));

        Assert.Single(
            ShownMessages.TextsIn(app, incident.Channel).Skip(before), text => text.Contains("update", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task What_people_wrote_while_Slack_could_not_reach_us_is_on_the_record_within_the_hour()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        app.Slack.Failures.BotIsUnreachable();

        await app.Slack.As("ben").TypeAsync(incident.Channel, "The release halved the pool");
        await app.AdvanceInStepsAsync(HalfAnHour, TimeSpan.FromMinutes(5));
        app.Slack.Failures.BotIsReachable();
        await app.AdvanceAsync(TimeSpan.FromMinutes(31));

        Assert.Single(
            await app.ReadAsync(db => db.ChannelMessages.ToListAsync()),
            message => message.Text.Contains("halved", StringComparison.Ordinal));
    }
}
