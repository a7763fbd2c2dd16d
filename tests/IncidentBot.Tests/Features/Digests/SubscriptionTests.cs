using IncidentBot.Features.Digests.Subscriptions;
using IncidentBot.Tests.Features.IncidentLog;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Features.Digests;

/// <summary>A person or a team's channel follows one service.</summary>
public sealed class SubscriptionTests
{
    [Fact]
    [Trait("Engine", "both")]
    public async Task A_subscriber_sees_each_incident_of_the_service_once_as_it_stands_and_ends_the_subscription()
    {
        await using var app = await BotApp.StartAsync();
        var ben = app.Slack.As("ben");
        await ben.TypeAsync("general", "/incident subscribe checkout");
        var form = app.Slack.OpenView("ben")!;
        Assert.Contains("No subscriptions yet", app.Slack.PlainText(form), StringComparison.Ordinal);

        await Task.WhenAll(ben.SubmitAsync(form), ben.SubmitAsync(form));

        var list = ShownMessages.TextOf(app, app.Slack.OpenView("ben")!);
        Assert.Contains("checkout · direct messages to you", list, StringComparison.Ordinal);
        Assert.Equal(1, await app.ReadAsync(db => db.ServiceSubscriptions.CountAsync()));
        var channel = (await DeclareAsync(app, "Checkout is down", "Checkout")).Channel;
        await DeclareAsync(app, "Search is down", "Search");
        await app.AdvanceAsync(TimeSpan.FromMinutes(2));
        var notice = Assert.Single(Direct(app, "ben"));
        Assert.Contains("Incident 1: Checkout is down", notice, StringComparison.Ordinal);
        Assert.Contains("Investigating", notice, StringComparison.Ordinal);

        await app.Slack.As("maya").TypeAsync(channel, "/incident status mitigated");
        await app.SettleAsync();
        Assert.Contains("Mitigated", Assert.Single(Direct(app, "ben")), StringComparison.Ordinal);

        await ben.ClickAsync(app.Slack.OpenView("ben")!, SubscriptionsModal.End);
        Assert.Contains("No subscriptions yet", app.Slack.PlainText(app.Slack.OpenView("ben")!), StringComparison.Ordinal);
        await DeclareAsync(app, "Checkout is slow", "Checkout");
        await app.AdvanceAsync(TimeSpan.FromMinutes(2));
        Assert.Single(Direct(app, "ben"));
    }

    [Fact]
    public async Task A_channel_subscribes_only_with_the_bot_in_it_and_hears_nothing_more_when_the_bot_is_removed()
    {
        await using var app = await BotApp.StartAsync();
        var ben = app.Slack.As("ben");
        await SubscribeChannelAsync(app, "payments");
        Assert.Contains("where", app.Slack.OpenView("ben")!.Errors.Keys);
        app.Slack.Failures.InviteBot("payments", "ben");
        await ben.SubmitAsync(app.Slack.OpenView("ben")!);
        await app.SettleAsync();
        await DeclareAsync(app, "Checkout is down", "checkout");
        await app.AdvanceAsync(TimeSpan.FromMinutes(2));
        Assert.Contains("Incident 1: Checkout is down", Assert.Single(ShownMessages.TextsIn(app, "payments")), StringComparison.Ordinal);

        app.Slack.Failures.RemoveBot("payments", "ben");
        await app.SettleAsync();

        Assert.Contains("no longer hears of checkout", Direct(app, "ben")[^1], StringComparison.Ordinal);
        Assert.Equal(0, await app.ReadAsync(db => db.ServiceSubscriptions.CountAsync()));
        await DeclareAsync(app, "Checkout is slow", "checkout");
        await app.AdvanceAsync(TimeSpan.FromMinutes(2));
        Assert.Single(ShownMessages.TextsIn(app, "payments"));
    }

    [Fact]
    [Trait("Engine", "both")]
    public async Task On_Mondays_the_week_of_the_service_is_posted_without_private_titles_and_to_a_person_with_the_daily_message()
    {
        await using var app = await BotApp.StartAsync();
        app.Slack.Failures.InviteBot("payments", "ben");
        await app.SettleAsync();
        await SubscribeChannelAsync(app, "payments");
        await app.Slack.As("ben").CloseAsync(app.Slack.OpenView("ben")!, all: true);
        await app.Slack.As("ben").TypeAsync("general", "/incident subscribe Checkout");
        await app.Slack.As("ben").SubmitAsync(app.Slack.OpenView("ben")!);
        await app.AddAsync("Payments fail");
        await app.AddAsync("Customer data leaked", declared => declared with { IsPrivate = true });
        await app.AddAsync("Search is slow", declared => declared with { Service = "Search" });

        await app.UntilAsync(3, 9, 9, 40);

        foreach (var digest in new[] { Assert.Single(ShownMessages.TextsIn(app, "payments")), Assert.Single(Direct(app, "ben")) })
        {
            Assert.Contains("The week of", digest, StringComparison.Ordinal);
            Assert.Contains("Incidents: 2", digest, StringComparison.Ordinal);
            Assert.Contains("1 private", digest, StringComparison.Ordinal);
            Assert.Contains("Incident 1: Payments fail", digest, StringComparison.Ordinal);
            Assert.DoesNotContain("leaked", digest, StringComparison.Ordinal);
            Assert.DoesNotContain("Search", digest, StringComparison.Ordinal);
        }

        await app.UntilAsync(3, 16, 12);
        Assert.Single(ShownMessages.TextsIn(app, "payments"));
        Assert.Single(Direct(app, "ben"));
    }

    [Fact]
    public async Task An_incident_that_becomes_private_disappears_from_what_subscribers_were_shown()
    {
        await using var app = await BotApp.StartAsync();
        await app.Slack.As("ben").TypeAsync("general", "/incident subscribe checkout");
        await app.Slack.As("ben").SubmitAsync(app.Slack.OpenView("ben")!);
        await DeclareAsync(app, "Checkout is down", "Checkout");
        await app.AdvanceAsync(TimeSpan.FromMinutes(2));
        Assert.Contains("Checkout is down", Assert.Single(Direct(app, "ben")), StringComparison.Ordinal);

        await app.ReadAsync(async db =>
        {
            (await db.Incidents.SingleAsync()).MakePrivate();
            return await db.SaveChangesAsync();
        });
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal("This incident is private now.", Assert.Single(Direct(app, "ben")));
    }

    [Fact]
    public async Task Subscribers_follow_a_service_that_is_renamed_and_a_title_that_begins_with_subscribe_declares()
    {
        await using var app = await BotApp.StartAsync();
        await app.AddAsync("Payments fail");
        await app.Slack.As("ben").TypeAsync("general", "/incident subscribe checkout");
        await app.Slack.As("ben").SubmitAsync(app.Slack.OpenView("ben")!);
        await app.Slack.As("ben").CloseAsync(app.Slack.OpenView("ben")!, all: true);
        await app.Slack.As("ben").TypeAsync("general", "/incident services");
        await app.Slack.As("ben").ClickAsync(app.Slack.OpenView("ben")!, "service_rename_open", "Checkout");
        await app.Slack.As("ben").SubmitAsync(
            await app.Slack.As("ben").FillAsync(app.Slack.OpenView("ben")!, ("name", "Payments API")));
        Assert.Equal("Payments API", await app.ReadAsync(db => db.ServiceSubscriptions.Select(each => each.Service).SingleAsync()));

        await app.Slack.As("tom").TypeAsync("general", "/incident Subscribe button is broken");

        Assert.Contains("Declare an incident", app.Slack.PlainText(app.Slack.OpenView("tom")!), StringComparison.Ordinal);
    }

    private static async Task SubscribeChannelAsync(BotApp app, string channel)
    {
        var ben = app.Slack.As("ben");
        await ben.TypeAsync(channel, "/incident subscribe checkout");
        await ben.SubmitAsync(await ben.FillAsync(app.Slack.OpenView("ben")!, ("where", "This channel, for everyone in it")));
        await app.SettleAsync();
    }

    private static async Task<ScenarioIncident> DeclareAsync(BotApp app, string title, string service)
    {
        var incident = await Scenarios.DeclaredSev3(app, title);
        var maya = app.Slack.As("maya");
        await maya.TypeAsync(incident.Channel, "/incident edit");
        await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("service", service)));
        await app.SettleAsync();
        return incident;
    }

    private static IReadOnlyList<string> Direct(BotApp app, string person) =>
        [.. app.Slack.DmWith(person).Select(message => ShownMessages.TextOf(app, message))];
}
