using IncidentBot.Cards;
using IncidentBot.People;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.ActionItems;

public sealed class BotReplyTests
{
    private static readonly DateOnly Due = new(2026, 3, 20);

    [Fact]
    [Trait("Engine", "both")]
    public async Task A_direct_message_is_answered_with_buttons_or_for_a_guest_with_who_may_use_them()
    {
        await using var app = await BotApp.StartAsync();
        var dm = app.Slack.As("ben").OpenDm();

        await app.Slack.As("ben").TypeAsync(dm.Id, "hello, are you there?");
        await app.SettleAsync();

        var answer = Assert.Single(app.Slack.DmWith("ben"), message => message.BotId is not null);
        Assert.StartsWith("I understand buttons", app.Slack.PlainText(answer), StringComparison.Ordinal);
        await app.Slack.As("ben").ClickAsync(answer, CardActions.Declare);
        Assert.NotNull(app.Slack.OpenView("ben"));

        await app.Slack.As("gail").TypeAsync(app.Slack.As("gail").OpenDm().Id, "hello");
        await app.SettleAsync();

        var guests = Assert.Single(app.Slack.DmWith("gail"), message => message.BotId is not null);
        Assert.Equal(MembersOnly.GuestRefusal, app.Slack.PlainText(guests));
    }

    [Fact]
    public async Task An_edited_message_is_not_answered_again()
    {
        await using var app = await BotApp.StartAsync();
        var dm = app.Slack.As("ben").OpenDm();
        var typed = await app.Slack.As("ben").TypeAsync(dm.Id, "helo");

        await app.Slack.As("ben").EditAsync(typed.Message!, "hello");
        await app.SettleAsync();

        Assert.Single(app.Slack.DmWith("ben"), message => message.BotId is not null);
    }

    [Fact]
    public async Task Done_in_the_thread_of_a_reminder_shows_the_open_items_there()
    {
        await using var app = await BotApp.StartAsync();
        await ActionScenarios.ActionItemAsync(app, Due);
        var reminder = ActionScenarios.LastDm(app, "ben");

        await app.Slack.As("ben").TypeAsync(reminder.Channel, "Done!", thread: reminder.Ts);
        await app.SettleAsync();

        var answer = app.Slack.ThreadOf(reminder)[^1];
        Assert.Contains("Which one did you finish?", app.Slack.PlainText(answer), StringComparison.Ordinal);
        await app.Slack.As("ben").ClickAsync(answer, ItemActions.Done);
        await app.SettleAsync();
        Assert.True((await ActionScenarios.ItemAsync(app)).IsClosed);
    }

    [Fact]
    public async Task Done_right_after_a_reminder_shows_the_open_items()
    {
        await using var app = await BotApp.StartAsync();
        await ActionScenarios.ActionItemAsync(app, Due);

        await app.Slack.As("ben").TypeAsync(ActionScenarios.LastDm(app, "ben").Channel, "done");
        await app.SettleAsync();

        Assert.Contains("Which one did you finish?", ActionScenarios.LastDmText(app, "ben"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Done_without_open_items_says_that_there_are_none()
    {
        await using var app = await BotApp.StartAsync();
        var dm = app.Slack.As("ben").OpenDm();

        await app.Slack.As("ben").TypeAsync(dm.Id, "done");
        await app.SettleAsync();

        Assert.StartsWith("You have no open action item", ActionScenarios.LastDmText(app, "ben"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mention_in_an_incident_channel_gets_the_menu_of_its_card()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);

        await app.Slack.As("maya").TypeAsync(incident.Channel, "@incidentbot what now?");
        await app.SettleAsync();

        var answer = Assert.Single(app.Slack.EphemeralsFor("maya"));
        Assert.Contains("here is what you can do", app.Slack.PlainText(answer), StringComparison.Ordinal);
        await app.Slack.As("maya").ClickAsync(answer, CardActions.Resolve);
        Assert.Contains("Resolve incident 1", app.Slack.OpenView("maya")!.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mention_elsewhere_is_answered_with_a_hint_and_buttons()
    {
        await using var app = await BotApp.StartAsync();

        await app.Slack.As("maya").TypeAsync("incidents", "@incidentbot hello");
        await app.SettleAsync();

        Assert.StartsWith(
            "I understand buttons", app.Slack.PlainText(Assert.Single(app.Slack.EphemeralsFor("maya"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_bot_that_mentions_this_one_is_not_answered()
    {
        await using var app = await BotApp.StartAsync();
        var before = app.Slack.Calls.Api.Count;

        await app.Slack.As("alertmanager").TypeAsync("incidents", "@incidentbot are you down?");
        await app.SettleAsync();

        Assert.DoesNotContain(app.Slack.Calls.Api.Skip(before), call => call.Method.StartsWith("chat.", StringComparison.Ordinal));
    }
}
