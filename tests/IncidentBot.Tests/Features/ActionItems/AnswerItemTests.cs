using IncidentBot.Cards;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.ActionItems;

public sealed class AnswerItemTests
{
    private static readonly DateOnly Friday = new(2026, 3, 13);

    [Fact]
    public async Task Accepting_is_recorded_and_the_message_says_so()
    {
        await using var app = await BotApp.StartAsync();
        await ActionScenarios.ActionItemAsync(app, Friday);

        await ActionScenarios.AcceptAsync(app);

        Assert.NotNull((await ActionScenarios.ItemAsync(app)).AcceptedAt);
        Assert.Contains("Accepted.", ActionScenarios.LastDmText(app, "ben"), StringComparison.Ordinal);
        Assert.Single(app.Slack.DmWith("ben"));
    }

    [Fact]
    public async Task An_owner_who_finished_before_the_request_was_sent_is_not_asked()
    {
        await using var app = await BotApp.StartAsync();
        var channel = await ActionScenarios.ResolvedIncidentAsync(app);
        await ActionScenarios.AddAsync(app, channel, "Rehearse the failover", Friday);
        app.Time.Advance(TimeSpan.FromSeconds(10));
        await app.SweepAsync();

        await app.Slack.As("ben").SelectAsync(await ActionScenarios.OpenListAsync(app, channel, "ben"), ItemActions.More, "Done");
        await app.AdvanceAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(ActionState.Done, (await ActionScenarios.ItemAsync(app)).State);
        Assert.Empty(app.Slack.DmWith("ben"));
    }

    [Fact]
    public async Task An_unanswered_request_is_repeated_once_after_a_day()
    {
        await using var app = await BotApp.StartAsync();
        await ActionScenarios.ActionItemAsync(app, new DateOnly(2026, 4, 17));

        await app.AdvanceAsync(TimeSpan.FromHours(24));
        await app.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(2, app.Slack.DmWith("ben").Count);
    }

    [Fact]
    public async Task In_the_evening_the_request_waits_until_morning_and_lists_all_new_items()
    {
        await using var app = await BotApp.StartAsync();
        await app.UntilAsync(3, 3, 19);
        var channel = await ActionScenarios.ActionItemAsync(app, Friday);
        await ActionScenarios.AddAsync(app, channel, "Rehearse the failover", Friday);
        await app.UntilAsync(3, 4, 8, 59);
        Assert.Empty(app.Slack.DmWith("ben"));

        await app.UntilAsync(3, 4, 9);

        var text = app.Slack.PlainText(Assert.Single(app.Slack.DmWith("ben")));
        Assert.Contains("2 action items. Do you accept them?", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Declining_asks_the_lead_and_the_facilitator_for_another_owner()
    {
        await using var app = await BotApp.StartAsync();
        await ActionScenarios.ActionItemAsync(app, Friday);

        await app.Slack.As("ben").ClickAsync(ActionScenarios.LastDm(app, "ben"), ItemActions.Decline);
        await app.AdvanceAsync(TimeSpan.FromSeconds(10));

        Assert.Contains("You declined", ActionScenarios.LastDmText(app, "ben"), StringComparison.Ordinal);
        Assert.Contains("needs another owner", ActionScenarios.LastDmText(app, "lena"), StringComparison.Ordinal);
        var maya = app.Slack.As("maya");
        await maya.ClickAsync(ActionScenarios.LastDm(app, "maya"), ItemActions.Reassign);
        await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("owner", "tom")));
        await app.AdvanceAsync(TimeSpan.FromSeconds(10));
        Assert.Contains("Do you accept it?", ActionScenarios.LastDmText(app, "tom"), StringComparison.Ordinal);
        Assert.Contains("Now assigned to", ActionScenarios.LastDmText(app, "lena"), StringComparison.Ordinal);
        Assert.Contains("Now assigned to", ActionScenarios.LastDmText(app, "ben"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lead_decides_on_a_proposed_date()
    {
        await using var app = await BotApp.StartAsync();
        await ActionScenarios.ActionItemAsync(app, Friday);
        var ben = app.Slack.As("ben");

        await ben.ClickAsync(ActionScenarios.LastDm(app, "ben"), ItemActions.Propose);
        await ben.SubmitAsync(await ben.FillAsync(app.Slack.OpenView("ben")!, ("due", "2026-03-20"), ("reason", "I am away")));
        await app.AdvanceAsync(TimeSpan.FromSeconds(10));
        Assert.Contains("You proposed Fri 20 Mar 2026", ActionScenarios.LastDmText(app, "ben"), StringComparison.Ordinal);
        await app.Slack.As("maya").ClickAsync(ActionScenarios.LastDm(app, "maya"), ItemActions.History);
        Assert.Contains(
            ": I am away _by_ @ben", app.Slack.PlainText(app.Slack.OpenView("maya")!), StringComparison.Ordinal);
        await app.Slack.As("maya").ClickAsync(ActionScenarios.LastDm(app, "maya"), ItemActions.AgreeToDate);
        await app.SettleAsync();

        var item = await ActionScenarios.ItemAsync(app);
        Assert.Equal(new DateOnly(2026, 3, 20), item.DueDate);
        Assert.NotNull(item.AcceptedAt);
        Assert.Contains("Due date settled", ActionScenarios.LastDmText(app, "lena"), StringComparison.Ordinal);
        Assert.Contains("Accepted.", ActionScenarios.LastDmText(app, "ben"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Someone_without_the_right_is_told_who_has_it_and_nothing_changes()
    {
        await using var app = await BotApp.StartAsync();
        var channel = await ActionScenarios.ActionItemAsync(app, Friday);
        var tom = app.Slack.As("tom");
        await tom.TypeAsync(channel, "/incident actions");
        await tom.ClickAsync(app.Slack.EphemeralsFor("tom")[^1], CardActions.ActionItems);

        await tom.SelectAsync(app.Slack.OpenView("tom")!, ItemActions.More, "Done");

        Assert.Contains("Only the owner", app.Slack.PlainText(app.Slack.OpenView("tom")!), StringComparison.Ordinal);
        Assert.Equal(ActionState.Open, (await ActionScenarios.ItemAsync(app)).State);
    }

    [Fact]
    public async Task Pressing_done_twice_completes_the_item_once_and_posts_one_message()
    {
        await using var app = await BotApp.StartAsync();
        var channel = await ActionScenarios.ActionItemAsync(app, Friday);
        await ActionScenarios.AcceptAsync(app);
        var ben = app.Slack.As("ben");
        await ben.TypeAsync(ActionScenarios.LastDm(app, "ben").Channel, "Done!");
        await app.SettleAsync();
        var list = ActionScenarios.LastDm(app, "ben");

        await Task.WhenAll(ben.ClickAsync(list, ItemActions.Done), ben.ClickAsync(list, ItemActions.Done));
        await app.SettleAsync();

        Assert.Equal(ActionState.Done, (await ActionScenarios.ItemAsync(app)).State);
        Assert.Single(
            app.Slack.MessagesIn(channel), message => app.Slack.PlainText(message).Contains("Action item done", StringComparison.Ordinal));
        Assert.All(app.Slack.DmWith("ben").Where(message => message.BotId is not null),
            message => Assert.Contains("Done, thanks", app.Slack.PlainText(message), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Any_other_direct_message_is_answered_with_a_hint_and_buttons()
    {
        await using var app = await BotApp.StartAsync();
        var ben = app.Slack.As("ben");

        await ben.TypeAsync(ben.OpenDm().Id, "hello?");
        await app.SettleAsync();

        Assert.Contains("I understand buttons", ActionScenarios.LastDmText(app, "ben"), StringComparison.Ordinal);
        await ben.ClickAsync(ActionScenarios.LastDm(app, "ben"), ItemActions.Mine);
        Assert.Contains("No open action items", app.Slack.PlainText(app.Slack.OpenView("ben")!), StringComparison.Ordinal);
    }
}
