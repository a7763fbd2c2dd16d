using IncidentBot.Cards;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Tests.Features.ActionItems;
using IncidentBot.Tests.Features.FollowUps;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Effects.Reminders;

/// <summary>What a person sees of their reminders: one DM a day, with what can be done about each thing.</summary>
public sealed class DailyRemindersTests
{
    private static readonly DateOnly Friday = new(2026, 3, 13);

    [Fact]
    [Trait("Engine", "both")]
    public async Task An_item_added_overnight_and_due_the_same_day_is_one_dm_with_its_helper_and_a_link_to_the_incident()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await HeldMeeting.StartAsync(app);
        await app.UntilAsync(3, 16, 22);
        await meeting.Incident.ChangeAsync(db => db.ActionItems.Add(ActionItem.Create(
            Guid.CreateVersion7(app.Now),
            meeting.Incident.Number,
            new ActionDraft("Rehearse the failover", new ActionOwner(app.IdOf("ben"), "Europe/London"), new DateOnly(2026, 3, 17))
            {
                Helpers = [app.IdOf("tom")],
            },
            metricRequired: false,
            ActionScenarios.Maya,
            app.Now).Value!));

        await app.UntilAsync(3, 17, 9);
        await app.UntilAsync(3, 17, 9, 30);
        await app.UntilAsync(3, 17, 15);

        var dm = Text(app, Assert.Single(app.Slack.DmWith("ben")));
        Assert.Contains("Do you accept it?", dm, StringComparison.Ordinal);
        Assert.Contains("due today", dm, StringComparison.Ordinal);
        Assert.Contains($"Incident 1: #{meeting.Incident.Channel}", dm, StringComparison.Ordinal);
        Assert.Contains("with @tom", dm, StringComparison.Ordinal);
        Assert.Contains("You help with this action item", Text(app, Assert.Single(app.Slack.DmWith("tom"))), StringComparison.Ordinal);
        await app.UntilAsync(3, 20, 10);
        Assert.Contains("3 days overdue", Text(app, app.Slack.DmWith("tom")[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_a_proposed_date_waits_the_owner_can_still_answer_and_the_lead_is_asked_again()
    {
        await using var app = await BotApp.StartAsync();
        await ActionScenarios.ActionItemAsync(app, Friday);
        await app.ReadAsync(async db =>
        {
            Assert.True(db.ActionItems.Single().ProposeDate(new DateOnly(2026, 3, 27), "A library", ActionScenarios.Ben, app.Now).Ok);
            return await db.SaveChangesAsync();
        });

        await app.UntilAsync(3, 6, 9, 30);
        await app.UntilAsync(3, 18, 9, 30);

        var reminder = ActionScenarios.LastDmText(app, "ben");
        Assert.Contains("waiting for @maya or @lena", reminder, StringComparison.Ordinal);
        Assert.Contains("[Done]", reminder, StringComparison.Ordinal);
        Assert.True(app.Slack.DmWith("maya").Count > 1);
        await app.Slack.As("maya").ClickAsync(app.Slack.DmWith("maya")[^1], ItemActions.AgreeToDate);
        await app.SettleAsync();
        Assert.All(app.Slack.DmWith("maya"), dm => Assert.DoesNotContain("[Accept proposal]", Text(app, dm), StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_overdue_post_mortem_is_marked_everywhere_and_stays_in_the_digest_until_it_was_held()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        await app.UntilAsync(5, 4, 10);

        await app.Slack.As("maya").OpenHomeAsync();
        await app.SettleAsync();
        var digest = ShownMessages.TextsIn(app, "incidents").Last(
            text => text.Contains("Post-mortem of Incident 1: Checkout is down", StringComparison.Ordinal));
        Assert.Contains("8 weeks overdue", ShownMessages.TextOf(app, app.Slack.HomeOf("maya")!), StringComparison.Ordinal);
        Assert.Contains("8 weeks overdue", Text(app, ShownMessages.IncidentCard(app, incident.Channel)), StringComparison.Ordinal);
        Assert.Contains("overdue", digest, StringComparison.Ordinal);
        Assert.Contains($"#{incident.Channel}", digest, StringComparison.Ordinal);
        Assert.Contains("[Open]", digest, StringComparison.Ordinal);
        await app.Slack.As("maya").ClickAsync(app.Slack.DmWith("maya")[^1], "post_mortem_held");
        await app.SettleAsync();
        Assert.All(app.Slack.DmWith("maya"), dm => Assert.DoesNotContain("[We held it]", Text(app, dm), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_reviews_can_be_answered_from_home_and_from_the_overview()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await HeldMeeting.StartAsync(app);
        var item = await meeting.AddAsync("Alert on the queue's age");
        await meeting.MarkDoneAsync(item);
        await app.UntilAsync(4, 2, 10);
        await app.UntilAsync(4, 16, 10);
        await app.UntilAsync(5, 18, 10);
        Assert.Equal(3, meeting.Dms("ben", "Did this action item").Count);

        await app.Slack.As("ben").OpenHomeAsync();
        await app.SettleAsync();
        await app.Slack.As("ben").ClickAsync(app.Slack.HomeOf("ben")!, FollowUpActions.Achieved);
        await app.SettleAsync();
        await app.Slack.As("maya").ClickAsync(await meeting.Incident.OpenOverviewAsync(), FollowUpActions.NotBack);
        await app.SettleAsync();

        Assert.True((await meeting.ItemAsync(item)).IsVerified);
        Assert.Contains(
            "it hasn't happened again", ShownMessages.TextOf(app, app.Slack.OpenView("maya")!), StringComparison.Ordinal);
        Assert.DoesNotContain("Did it work?", ShownMessages.TextOf(app, app.Slack.HomeOf("ben")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_night_a_new_facilitator_is_told_in_the_morning()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        await app.UntilAsync(3, 3, 22);
        var maya = app.Slack.As("maya");
        await maya.ClickAsync(await incident.OpenOverviewAsync(), "facilitator_open");
        await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("facilitator", "lena")));
        await app.SettleAsync();
        Assert.Empty(app.Slack.DmWith("lena"));

        await app.UntilAsync(3, 4, 9);

        Assert.Contains("You're facilitating", Text(app, Assert.Single(app.Slack.DmWith("lena"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Items_that_their_owner_can_no_longer_see_go_to_the_lead_the_same_day()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await HeldMeeting.StartAsync(app, isPrivate: true);
        await app.Slack.As("maya").InviteAsync(meeting.Incident.Channel, "ben");
        await app.SettleAsync();
        var item = await meeting.AddAsync("Alert on the queue's age");
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(app.IdOf("ben"), (await meeting.ItemAsync(item)).Owner);
        var before = app.Slack.DmWith("ben").Count;

        await app.Slack.As("ben").LeaveAsync(meeting.Incident.Channel);
        await app.SettleAsync();
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        await app.UntilAsync(3, 30, 10);

        Assert.Equal(ActionScenarios.Maya, (await meeting.ItemAsync(item)).Owner);
        Assert.Equal(before, app.Slack.DmWith("ben").Count);
    }

    [Fact]
    public async Task The_list_of_all_action_items_has_pages()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await HeldMeeting.StartAsync(app);
        for (var number = 1; number <= 16; number++)
        {
            await meeting.AddAsync($"Action {number:00}");
        }

        await app.Slack.As("maya").TypeAsync("general", "/incident actions all");
        var first = ShownMessages.LatestEphemeral(app, "maya");
        await app.Slack.As("maya").ClickAsync(app.Slack.EphemeralsFor("maya")[^1], ItemActions.NextPage);
        var second = ShownMessages.LatestEphemeral(app, "maya");

        Assert.Contains("Page 1 of 2, 16 in all", first, StringComparison.Ordinal);
        Assert.DoesNotContain("Action 16", first, StringComparison.Ordinal);
        Assert.Contains("Action 16", second, StringComparison.Ordinal);
    }

    private static string Text(BotApp app, Sandbox.State.Message message) => ShownMessages.TextOf(app, message);
}
