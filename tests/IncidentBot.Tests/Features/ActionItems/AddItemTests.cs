using IncidentBot.Cards;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.WriteUps;
using IncidentBot.Features.ActionItems;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Features.ActionItems;

public sealed class AddItemTests
{
    private static readonly DateOnly Friday = new(2026, 3, 13);

    [Fact]
    [Trait("Engine", "both")]
    public async Task During_the_incident_the_command_saves_an_idea()
    {
        await using var app = await BotApp.StartAsync();
        var (_, channel) = await Scenarios.DeclaredSev3(app);

        await ActionScenarios.AddAsync(app, channel, "Alert on the queue's age", Friday);

        var idea = await app.ReadAsync(db => db.ActionIdeas.SingleAsync());
        Assert.Equal(("Alert on the queue's age", IdeaState.Collected), (idea.Text, idea.State));
        Assert.Equal((ActionScenarios.Ben, Friday), (idea.Owner!.Value, idea.DueDate!.Value));
        Assert.Equal(0, await app.ReadAsync(db => db.ActionItems.CountAsync()));
        Assert.Contains(
            app.Slack.MessagesIn(channel),
            message => app.Slack.PlainText(message).Contains("Idea: Alert on the queue's age", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_the_incident_the_command_adds_an_action_item_and_asks_its_owner_to_accept()
    {
        await using var app = await BotApp.StartAsync();

        var channel = await ActionScenarios.ActionItemAsync(app, Friday);

        var item = await ActionScenarios.ItemAsync(app);
        Assert.Equal(("Alert on the queue's age", ActionScenarios.Ben, Friday), (item.Text, item.Owner, item.DueDate));
        Assert.Contains("Do you accept it?", ActionScenarios.LastDmText(app, "ben"), StringComparison.Ordinal);
        Assert.Contains("Fri 13 Mar 2026", ActionScenarios.LastDmText(app, "ben"), StringComparison.Ordinal);
        Assert.Contains(
            app.Slack.MessagesIn(channel), message => app.Slack.PlainText(message).Contains("Action item for", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_form_that_Slack_sends_twice_adds_one_action_item()
    {
        await using var app = await BotApp.StartAsync();
        var channel = await ActionScenarios.ResolvedIncidentAsync(app);
        var maya = app.Slack.As("maya");
        await maya.TypeAsync(channel, "/incident action");
        var form = await maya.FillAsync(
            app.Slack.OpenView("maya")!, ("text", "Alert on the queue's age"), ("owner", "ben"), ("due", "2026-03-13"));

        await app.OvertakeAsync("handled_requests", () => maya.SubmitAsync(form), () => maya.SubmitAsync(form));

        Assert.Equal(1, await app.ReadAsync(db => db.ActionItems.CountAsync()));
    }

    [Theory]
    [InlineData("29 feb")]
    [InlineData("feb 29")]
    public async Task A_leap_day_in_a_year_without_one_is_refused_with_a_day_to_try(string typed)
    {
        await using var app = await BotApp.StartAsync();
        var (_, channel) = await Scenarios.DeclaredSev3(app);

        await app.Slack.As("maya").TypeAsync(channel, $"/incident action Alert on the queue's age by {typed}");

        Assert.Equal(0, await app.ReadAsync(db => db.ActionIdeas.CountAsync()));
        Assert.Contains(
            "February 2027 has no day 29.", app.Slack.PlainText(app.Slack.EphemeralsFor("maya")[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_idea_without_an_owner_is_parked_and_can_become_an_action_item_later()
    {
        await using var app = await BotApp.StartAsync();
        var channel = await ActionScenarios.ResolvedIncidentAsync(app);
        var maya = app.Slack.As("maya");
        await maya.TypeAsync(channel, "/incident action Alert on the queue's age by friday");

        var notice = await maya.SubmitAsync(await maya.FillAsync(
            app.Slack.OpenView("maya")!,
            ("helpers", "tom"),
            ("ticket", "https://tracker.example.com/OPS-12"),
            ("agreement", "2026-03-11"),
            ("destination", "Monitoring")));

        Assert.Contains("Parked: no owner yet.", app.Slack.PlainText(notice!), StringComparison.Ordinal);
        await maya.CloseAsync(notice!, all: true);
        var list = await OpenListAsync(app, channel);
        await maya.ClickAsync(list, ItemActions.Promote);
        await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("owner", "ben")));
        await app.SettleAsync();
        var item = await ActionScenarios.ItemAsync(app);
        Assert.Equal(
            ("Alert on the queue's age", "https://tracker.example.com/OPS-12", new DateOnly(2026, 3, 11), LearningDestination.Monitoring),
            (item.Text, item.TicketLink, item.AgreementOn!.Value, item.Destination!.Value));
        Assert.Equal([app.IdOf("tom")], item.Helpers);
        Assert.Equal(IdeaState.Promoted, (await app.ReadAsync(db => db.ActionIdeas.SingleAsync())).State);
        Assert.Contains("1 of 3 action items", app.Slack.PlainText(app.Slack.OpenView("maya")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_action_over_the_limit_is_parked_and_offered_when_another_is_dropped()
    {
        await using var app = await BotApp.StartAsync(("ActionItems:MaxPerPostMortem", "1"));
        var channel = await ActionScenarios.ActionItemAsync(app, Friday);
        var maya = app.Slack.As("maya");
        await ActionScenarios.AddAsync(app, channel, "Rehearse the failover", Friday);
        Assert.Equal(ParkReason.OverBudget, (await app.ReadAsync(db => db.ActionIdeas.SingleAsync())).ParkedBecause);

        await maya.SelectAsync(
            await OpenListAsync(app, channel), ItemActions.More, $"{ItemActions.Drop}:{(await ActionScenarios.ItemAsync(app)).Id:N}");
        var offer = await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("reason", "The queue goes away")));

        Assert.Contains("Rehearse the failover", app.Slack.PlainText(offer!), StringComparison.Ordinal);
        await maya.ClickAsync(offer!, ItemActions.Promote);
        await maya.SubmitAsync(app.Slack.OpenView("maya")!);
        await app.SettleAsync();
        Assert.Equal(2, await app.ReadAsync(db => db.ActionItems.CountAsync()));
    }

    [Theory]
    [InlineData("owner", "oskar", "due", "2026-03-13", "owner")]
    [InlineData("owner", "alertmanager", "due", "2026-03-13", "owner")]
    [InlineData("owner", "gail", "due", "2026-03-13", "owner")]
    [InlineData("owner", "ben", "due", "2026-03-02", "due")]
    [InlineData("owner", "ben", "text", "   ", "text")]
    public async Task An_error_is_shown_under_its_field(string field, string value, string other, string otherValue, string wrong)
    {
        await using var app = await BotApp.StartAsync();
        var channel = await ActionScenarios.ResolvedIncidentAsync(app);
        var maya = app.Slack.As("maya");
        await maya.ClickAsync(await OpenListAsync(app, channel), ItemActions.Add);

        var form = await maya.FillAsync(
            app.Slack.OpenView("maya")!, ("text", "Alert on the queue's age"), (field, value), (other, otherValue));
        var answer = await maya.SubmitAsync(form);

        Assert.Equal(wrong, Assert.Single(answer!.Errors).Key);
        Assert.Equal(0, await app.ReadAsync(db => db.ActionItems.CountAsync()) + await app.ReadAsync(db => db.ActionIdeas.CountAsync()));
    }

    [Fact]
    public async Task A_due_date_on_a_day_off_is_warned_about_once_and_can_stay()
    {
        await using var app = await BotApp.StartAsync();
        var channel = await ActionScenarios.ResolvedIncidentAsync(app);
        var maya = app.Slack.As("maya");
        await maya.ClickAsync(await OpenListAsync(app, channel), ItemActions.Add);
        var form = await maya.FillAsync(
            app.Slack.OpenView("maya")!, ("text", "Alert on the queue's age"), ("owner", "ben"), ("due", "2026-03-15"));

        var warned = await maya.SubmitAsync(form);
        Assert.Equal(
            "Sunday 15 March is a day off; the reminder comes on Friday 13 March. Press the button again to keep the date.",
            Assert.Single(warned!.Errors).Value);
        await app.AdvanceAsync(TimeSpan.FromSeconds(2));
        await maya.SubmitAsync(warned);

        Assert.Equal(new DateOnly(2026, 3, 15), (await ActionScenarios.ItemAsync(app)).DueDate);
    }

    [Fact]
    [Trait("Requirement", "R76")]
    [Trait("Requirement", "D22")]
    public async Task A_sev1_action_item_needs_a_success_metric()
    {
        await using var app = await BotApp.StartAsync();
        var channel = await ActionScenarios.ResolvedIncidentAsync(app, "SEV1");
        var maya = app.Slack.As("maya");
        await ActionScenarios.AddAsync(app, channel, "Alert on the queue's age", Friday);

        var answer = await maya.SubmitAsync(app.Slack.OpenView("maya")!);

        Assert.Equal("metric", Assert.Single(answer!.Errors).Key);
        await maya.SubmitAsync(await maya.FillAsync(answer, ("metric", "The next stuck queue pages us")));
        Assert.Equal("The next stuck queue pages us", (await ActionScenarios.ItemAsync(app)).SuccessMetric);
    }

    [Fact]
    [Trait("Requirement", "R134")]
    public async Task The_date_for_another_teams_agreement_is_saved_and_shown()
    {
        await using var app = await BotApp.StartAsync();
        var channel = await ActionScenarios.ResolvedIncidentAsync(app);
        var maya = app.Slack.As("maya");
        await maya.ClickAsync(await OpenListAsync(app, channel), ItemActions.Add);

        await maya.SubmitAsync(await maya.FillAsync(
            app.Slack.OpenView("maya")!,
            ("text", "Share one contract test"),
            ("owner", "ben"),
            ("due", "2026-03-20"),
            ("agreement", "2026-03-12")));

        Assert.Equal(new DateOnly(2026, 3, 12), (await ActionScenarios.ItemAsync(app)).AgreementOn);
        Assert.Contains(
            "agreement with the other team by Thu 12 Mar 2026", app.Slack.PlainText(app.Slack.OpenView("maya")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_shortcut_takes_the_text_of_the_message()
    {
        await using var app = await BotApp.StartAsync();
        var (_, channel) = await Scenarios.DeclaredSev3(app);
        var maya = app.Slack.As("maya");
        var message = (await maya.TypeAsync(channel, "We need an alert here")).Message!;

        await maya.MessageShortcutAsync("action_add", message);
        await maya.SubmitAsync(app.Slack.OpenView("maya")!);

        var idea = await app.ReadAsync(db => db.ActionIdeas.SingleAsync());
        Assert.Equal(("We need an alert here", $"{message.Channel}:{message.Ts}"), (idea.Text, idea.Source));
    }

    [Theory]
    [InlineData("Alert on age <@U1|ben> by friday", "Alert on age", "U1", "friday")]
    [InlineData("Alert on age by next friday <@U1|ben>", "Alert on age", "U1", "next friday")]
    [InlineData("Ask <@U1|ben> about age <@U2|aiko>", "Ask @ben about age", "U2", null)]
    [InlineData("Sort by age by 12 dec", "Sort by age", null, "12 dec")]
    [InlineData("Alert on age", "Alert on age", null, null)]
    public void The_typed_words_are_split_into_text_owner_and_date(string typed, string text, string? owner, string? due)
    {
        var phrase = ActionPhrase.Read(typed);

        Assert.Equal((text, owner, due), (phrase.Text, phrase.Owner?.Value, phrase.Due));
    }

    private static async Task<Sandbox.State.View> OpenListAsync(BotApp app, string channel)
    {
        var card = app.Slack.MessagesIn(channel).Single(message => message.Pin is not null);
        await app.Slack.As("maya").ClickAsync(card, CardActions.ActionItems);
        return app.Slack.OpenView("maya")!;
    }
}
