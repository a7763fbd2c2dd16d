using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Effects;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage.Rows;
using IncidentBot.Tests.Features.ActionItems;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.People;

public sealed class DeactivatedPeopleTests
{
    private static readonly DateOnly Due = new(2026, 3, 20);
    private static readonly PersonId Carlos = new("U0CARLOS04");

    [Fact]
    [Trait("Engine", "both")]
    public async Task The_items_of_someone_who_leaves_go_to_the_lead_at_once()
    {
        await using var app = await BotApp.StartAsync();
        await ActionScenarios.ActionItemAsync(app, Due);

        await LeaveAsync(app, "ben");

        Assert.Equal(ActionScenarios.Maya, (await ActionScenarios.ItemAsync(app)).Owner);
    }

    [Fact]
    public async Task When_the_lead_has_left_too_the_facilitator_gets_them()
    {
        await using var app = await BotApp.StartAsync();
        await ActionScenarios.ActionItemAsync(app, Due);
        await LeaveAsync(app, "maya");

        await LeaveAsync(app, "ben");

        Assert.Equal(ActionScenarios.Lena, (await ActionScenarios.ItemAsync(app)).Owner);
    }

    [Fact]
    public async Task When_no_one_in_charge_is_left_everyone_is_asked_once_and_the_first_one_gets_it()
    {
        await using var app = await BotApp.StartAsync();
        await ActionScenarios.ActionItemAsync(app, Due);
        await LeaveAsync(app, "maya");
        await LeaveAsync(app, "lena");
        await LeaveAsync(app, "ben");
        await app.AdvanceAsync(TimeSpan.FromHours(1));

        var question = Assert.Single(
            app.Slack.MessagesIn("incidents"),
            message => app.Slack.PlainText(message).Contains("Can you take it?", StringComparison.Ordinal));
        Assert.True(question.IsReply);
        await app.Slack.As("carlos").ClickAsync(question, ItemActions.Take);
        await app.SettleAsync();

        Assert.Equal(Carlos, (await ActionScenarios.ItemAsync(app)).Owner);
        Assert.Contains(
            "took the action item",
            app.Slack.PlainText(app.Slack.MessagesIn("incidents").Single(message => message.Ts == question.Ts)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_moved_back_when_someone_returns()
    {
        await using var app = await BotApp.StartAsync();
        await ActionScenarios.ActionItemAsync(app, Due);
        await LeaveAsync(app, "ben");

        app.Slack.Users.Join(app.Slack.As("ben").User with { IsDeactivated = false });
        await app.SettleAsync();
        await app.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(ActionScenarios.Maya, (await ActionScenarios.ItemAsync(app)).Owner);
        Assert.False(
            await app.ReadAsync(
                db => db.People.Where(person => person.Id == ActionScenarios.Ben).Select(person => person.IsDeactivated).SingleAsync()));
    }

    [Fact]
    public async Task A_lost_event_about_someone_who_left_is_made_up_for_within_a_day()
    {
        await using var app = await BotApp.StartAsync();
        await ActionScenarios.ActionItemAsync(app, Due);
        app.Slack.Users.Put(app.Slack.As("ben").User with { IsDeactivated = true });

        await app.AdvanceAsync(TimeSpan.FromHours(25));
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(ActionScenarios.Maya, (await ActionScenarios.ItemAsync(app)).Owner);
    }

    [Fact]
    public async Task The_roles_of_someone_who_leaves_an_open_incident_are_free_and_the_channel_is_told()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident lead @ben");
        await app.SettleAsync();

        await LeaveAsync(app, "ben");
        await app.AdvanceAsync(TimeSpan.FromMinutes(11));

        Assert.Null((await app.ReadAsync(db => db.Incidents.SingleAsync())).Lead);
        var told = Assert.Single(
            app.Slack.MessagesIn(incident.Channel),
            message => app.Slack.PlainText(message).Contains("no longer has an account", StringComparison.Ordinal));
        Assert.Contains("Role to fill: lead", app.Slack.PlainText(told), StringComparison.Ordinal);
        Assert.Contains(
            app.Slack.MessagesIn(incident.Channel),
            message => app.Slack.PlainText(message).Contains("Incident 1 has no lead", StringComparison.Ordinal));
        await app.Slack.As("maya").ClickAsync(told, CardActions.ClaimRole);
        Assert.Equal(ActionScenarios.Maya, (await app.ReadAsync(db => db.Incidents.SingleAsync())).Lead);
    }

    [Fact]
    public async Task The_choice_of_a_facilitator_is_open_again_when_they_leave_and_the_lead_is_told()
    {
        await using var app = await BotApp.StartAsync();
        await ActionScenarios.ResolvedIncidentAsync(app);
        await app.ReadAsync(db =>
        {
            // Whoever is appointed in Slack is known; this one was appointed behind its back.
            var lena = app.Slack.As("lena").User;
            db.People.Add(
                new IncidentBot.Storage.Rows.Person
                {
                    Id = ActionScenarios.Lena,
                    Name = lena.Name,
                    Zone = lena.TimeZone,
                    FetchedAt = app.Now,
                });
            return db.SaveChangesAsync();
        });

        await LeaveAsync(app, "lena");

        Assert.Null((await app.ReadAsync(db => db.PostMortems.SingleAsync())).Facilitator);
        Assert.Contains("no longer has an account. Who can take over?", ActionScenarios.LastDmText(app, "maya"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_to_someone_who_left_parks_nothing()
    {
        await using var app = await BotApp.StartAsync();
        var oskar = new PersonId("U0OSKAR010");

        await app.ReadAsync(async db =>
        {
            db.Enqueue(Lane.Person(oskar), new Post(Address.Person(oskar), MessageContent.Paragraph(Mrkdwn.Raw("Hello"))), app.Now);
            return await db.SaveChangesAsync();
        });
        await app.SettleAsync();

        Assert.Equal(LaneRowState.Done, (await app.ReadAsync(db => db.Outbox.SingleAsync())).State);
    }

    private static async Task LeaveAsync(BotApp app, string name)
    {
        app.Slack.Users.Update(app.Slack.As(name).User with { IsDeactivated = true });
        await app.SettleAsync();
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
    }
}
