using IncidentBot.Cards;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Features.ActionItems;

public sealed class RemindersTests
{
    private static readonly DateOnly Friday = new(2026, 3, 13);

    [Fact]
    public async Task The_second_reminder_of_an_action_item_is_sent()
    {
        await using var app = await BotApp.StartAsync();
        await AcceptedAsync(app, Friday);

        await app.UntilAsync(3, 11, 9, 30);
        await app.UntilAsync(3, 13, 9, 30);
        await app.UntilAsync(3, 18, 9, 30);

        Assert.Equal(4, app.Slack.DmWith("ben").Count);
        Assert.Contains("5 days overdue", ActionScenarios.LastDmText(app, "ben"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reminders_continue_long_after_the_incident_until_the_item_is_closed()
    {
        await using var app = await BotApp.StartAsync();
        await AcceptedAsync(app, Friday);
        await app.ReadAsync(async db =>
        {
            var postMortem = await db.PostMortems.SingleAsync();
            db.Entry(postMortem.WriteUp).Property(known => known.PublishedAt).CurrentValue = app.Now;
            return await db.SaveChangesAsync();
        });

        await app.UntilAsync(5, 4, 8, 30);

        Assert.Equal(2, app.Slack.DmWith("ben").Count);
        Assert.Contains("7 weeks overdue", ActionScenarios.LastDmText(app, "ben"), StringComparison.Ordinal);
        await app.Slack.As("ben").ClickAsync(ActionScenarios.LastDm(app, "ben"), ItemActions.Done);
        await app.AdvanceAsync(TimeSpan.FromDays(7));
        await app.AdvanceAsync(TimeSpan.FromDays(7));
        Assert.Equal(2, app.Slack.DmWith("ben").Count);
        Assert.Contains("Done, thanks", ActionScenarios.LastDmText(app, "ben"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reminder_is_sent_exactly_once_across_restarts()
    {
        await using var app = await BotApp.StartAsync();
        await AcceptedAsync(app, Friday);
        await app.UntilAsync(3, 11, 9, 30);
        await app.UntilAsync(3, 13, 9, 29);
        var before = app.Slack.DmWith("ben").Count;

        await app.RestartAsync();
        await app.UntilAsync(3, 13, 9, 30);
        await app.RestartAsync();
        await app.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(before + 1, app.Slack.DmWith("ben").Count);
        Assert.Contains("due today", ActionScenarios.LastDmText(app, "ben"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_daily_reminder_lists_everything_that_is_due()
    {
        await using var app = await BotApp.StartAsync();
        var channel = await ActionScenarios.ActionItemAsync(app, Friday);
        await ActionScenarios.AddAsync(app, channel, "Rehearse the failover", Friday);
        await app.AdvanceAsync(TimeSpan.FromSeconds(10));
        foreach (var ask in app.Slack.DmWith("ben"))
        {
            await app.Slack.As("ben").ClickAsync(ask, ItemActions.Accept);
        }

        await app.UntilAsync(3, 13, 9, 30);
        await app.AdvanceAsync(TimeSpan.FromHours(4));

        Assert.Equal(3, app.Slack.DmWith("ben").Count);
        Assert.Contains("these 2 action items", ActionScenarios.LastDmText(app, "ben"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_snooze_pauses_reminders_and_is_recorded()
    {
        await using var app = await BotApp.StartAsync();
        await AcceptedAsync(app, Friday);
        await app.UntilAsync(3, 11, 9, 30);

        await app.Slack.As("ben").SelectAsync(ActionScenarios.LastDm(app, "ben"), ItemActions.More, "Snooze 1 week");
        await app.SettleAsync();
        await app.UntilAsync(3, 13, 9, 30);
        Assert.Equal(2, app.Slack.DmWith("ben").Count);
        await app.UntilAsync(3, 18, 9, 30);

        Assert.Equal(3, app.Slack.DmWith("ben").Count);
        Assert.Contains((await ActionScenarios.ItemAsync(app)).History, change => change.What == "snoozed until 2026-03-18");
    }

    [Fact]
    public async Task An_item_a_week_overdue_is_escalated_to_the_facilitator_once()
    {
        await using var app = await BotApp.StartAsync();
        await AcceptedAsync(app, Friday);

        await app.UntilAsync(3, 20, 9, 30);
        await app.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Contains("7 days overdue", app.Slack.PlainText(Assert.Single(app.Slack.DmWith("lena"))), StringComparison.Ordinal);
        Assert.Empty(app.Slack.DmWith("maya"));
    }

    [Fact]
    public async Task An_item_two_weeks_overdue_is_in_the_weekly_digest_without_its_owner()
    {
        await using var app = await BotApp.StartAsync();
        await AcceptedAsync(app, Friday);
        await app.UntilAsync(3, 30, 9, 29);
        var before = app.Slack.MessagesIn("incidents").Count;

        await app.UntilAsync(3, 30, 9, 30);
        await app.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Equal(before + 1, app.Slack.MessagesIn("incidents").Count);
        var digest = app.Slack.PlainText(app.Slack.MessagesIn("incidents")[^1]);
        Assert.Contains("Alert on the queue's age", digest, StringComparison.Ordinal);
        Assert.DoesNotContain("ben", digest, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_items_of_someone_who_left_go_to_the_lead()
    {
        await using var app = await BotApp.StartAsync();
        await AcceptedAsync(app, Friday);

        await app.ReadAsync(async db =>
        {
            (await db.People.SingleAsync(person => person.Id == ActionScenarios.Ben)).IsDeactivated = true;
            return await db.SaveChangesAsync();
        });
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        var item = await ActionScenarios.ItemAsync(app);
        Assert.Equal((ActionScenarios.Maya, ActionState.Open), (item.Owner, item.State));
        Assert.Contains("Do you accept it?", ActionScenarios.LastDmText(app, "maya"), StringComparison.Ordinal);
    }

    private static async Task AcceptedAsync(BotApp app, DateOnly due)
    {
        await ActionScenarios.ActionItemAsync(app, due);
        await ActionScenarios.AcceptAsync(app);
    }
}
