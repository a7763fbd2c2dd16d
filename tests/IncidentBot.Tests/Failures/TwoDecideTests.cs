using IncidentBot.Cards;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Incidents;
using IncidentBot.Sandbox.State;
using IncidentBot.Tests.Features.ActionItems;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Failures;

/// <summary>Two people press the same button or submit the same form at once: one decides, and the other is told.</summary>
[Trait("Engine", "both")]
public sealed class TwoDecideTests
{
    private static readonly DateOnly Friday = new(2026, 3, 13);

    [Fact]
    public async Task Two_resolve_it_is_resolved_once_and_the_second_keeps_what_they_typed()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var bens = await FillResolveAsync(app, incident, "ben", "The pool was too small.");
        var mayas = await FillResolveAsync(app, incident, "maya", "A deploy changed the pool.");

        await app.OvertakeAsync("incidents", () => app.Slack.As("maya").SubmitAsync(mayas), () => app.Slack.As("ben").SubmitAsync(bens));

        var told = app.Slack.OpenView("maya")!;
        Assert.StartsWith(
            "ben already resolved this incident: “The pool was too small.”.", told.Errors["sentence"], StringComparison.Ordinal);
        Assert.Contains("the post-mortem's summary", told.Errors["sentence"], StringComparison.Ordinal);
        Assert.Equal("The pool was too small.", (await app.ReadAsync(db => db.Incidents.SingleAsync())).Resolution);
        Assert.Equal(1, await app.ReadAsync(db => db.PostMortems.CountAsync()));
        Assert.Single(
            ShownMessages.TextsIn(app, incident.Channel), text => text.StartsWith("Incident 1 is resolved", StringComparison.Ordinal));
        Assert.Single(
            app.Slack.ThreadOf(Headline(app)),
            reply => ShownMessages.TextOf(app, reply).Contains("The pool was too small.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_who_double_clicks_resolve_resolves_once_and_hears_no_complaint()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var mayas = await FillResolveAsync(app, incident, "maya", "The pool was too small.");

        await app.OvertakeAsync("incidents", () => app.Slack.As("maya").SubmitAsync(mayas), () => app.Slack.As("maya").SubmitAsync(mayas));

        Assert.Equal("what_happened", app.Slack.OpenView("maya")?.CallbackId);
        Assert.Single(
            (await app.ReadAsync(db => db.Incidents.SingleAsync())).History,
            change => change is { Fact: ChangedFact.Status, New: "resolved" } or { Fact: ChangedFact.Status, New: "Resolved" });
        Assert.Single(
            ShownMessages.TextsIn(app, incident.Channel), text => text.StartsWith("Incident 1 is resolved", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_claim_a_role_the_second_hears_who_has_it()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.WithoutLead(app);
        var card = ShownMessages.IncidentCard(app, incident.Channel);

        await app.OvertakeAsync(
            "incidents",
            () => app.Slack.As("aiko").ClickAsync(card, CardActions.ClaimRole, "1:lead"),
            () => app.Slack.As("ben").ClickAsync(card, CardActions.ClaimRole, "1:lead"));

        Assert.Equal(ActionScenarios.Ben, (await app.ReadAsync(db => db.Incidents.SingleAsync())).Lead);
        Assert.StartsWith(
            "@ben has this role. Someone else just took", ShownMessages.LatestEphemeral(app, "aiko"), StringComparison.Ordinal);
        Assert.Single(
            ShownMessages.TextsIn(app, incident.Channel), text => text.Contains("is now incident lead", StringComparison.Ordinal));
        Assert.Single(app.Slack.DmWith("ben"));
        Assert.Empty(app.Slack.DmWith("aiko"));
    }

    [Fact]
    public async Task Two_declare_there_are_two_incidents_with_a_channel_each()
    {
        await using var app = await BotApp.StartAsync();
        var forms = new List<View>();
        foreach (var person in (string[])["ben", "maya"])
        {
            await app.Slack.As(person).TypeAsync("general", "/incident Checkout is down");
            forms.Add(app.Slack.OpenView(person)!);
        }

        await app.OvertakeAsync(
            "handled_requests",
            () => app.Slack.As("maya").SubmitAsync(forms[1]),
            () => app.Slack.As("ben").SubmitAsync(forms[0]));

        Assert.Equal([1, 2], await app.ReadAsync(db => db.Incidents.Select(incident => incident.Number).Order().ToListAsync()));
        Assert.Equal(
            2,
            (await app.ReadAsync(db => db.Channels.Select(channel => channel.ChannelId).ToListAsync()))
                .OfType<string>()
                .Distinct()
                .Count());
    }

    [Fact]
    public async Task One_who_double_clicks_declare_declares_once()
    {
        await using var app = await BotApp.StartAsync();
        await app.Slack.As("maya").TypeAsync("general", "/incident Checkout is down");
        var form = app.Slack.OpenView("maya")!;

        await app.OvertakeAsync(
            "handled_requests",
            () => app.Slack.As("maya").SubmitAsync(form),
            () => app.Slack.As("maya").SubmitAsync(form));

        Assert.Equal(1, await app.ReadAsync(db => db.Incidents.CountAsync()));
        Assert.Single(app.Slack.MessagesIn("incidents"), message => message is { BotId: not null, IsReply: false });
    }

    [Fact]
    public async Task A_double_click_on_accept_accepts_once()
    {
        await using var app = await BotApp.StartAsync();
        await ActionScenarios.ActionItemAsync(app, Friday);
        var (before, dm) = ((await ActionScenarios.ItemAsync(app)).History.Count, ActionScenarios.LastDm(app, "ben"));

        await app.OvertakeAsync(
            "action_items",
            () => app.Slack.As("ben").ClickAsync(dm, ItemActions.Accept),
            () => app.Slack.As("ben").ClickAsync(dm, ItemActions.Accept));

        Assert.Equal(before + 1, (await ActionScenarios.ItemAsync(app)).History.Count);
    }

    [Fact]
    public async Task Two_say_that_an_action_item_is_done_the_channel_reads_it_once()
    {
        await using var app = await BotApp.StartAsync();
        var channel = await ActionScenarios.ActionItemAsync(app, Friday);
        var (mayas, lenas) = (
            await ActionScenarios.OpenListAsync(app, channel, "maya"), await ActionScenarios.OpenListAsync(app, channel, "lena"));

        await app.OvertakeAsync(
            "action_items",
            () => app.Slack.As("maya").SelectAsync(mayas, ItemActions.More, "Done"),
            () => app.Slack.As("lena").SelectAsync(lenas, ItemActions.More, "Done"));

        Assert.Equal(app.IdOf("lena"), (await ActionScenarios.ItemAsync(app)).ClosedBy);
        Assert.Single(ShownMessages.TextsIn(app, channel), text => text.Contains("Action item done", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_add_the_last_action_item_the_second_is_parked()
    {
        await using var app = await BotApp.StartAsync(("ActionItems:MaxPerPostMortem", "1"));
        var channel = await ActionScenarios.ResolvedIncidentAsync(app);
        var bens = await FillItemAsync(app, channel, "ben", "Alert on the queue's age");
        var mayas = await FillItemAsync(app, channel, "maya", "Rehearse the failover");

        await app.OvertakeAsync("action_items", () => app.Slack.As("maya").SubmitAsync(mayas), () => app.Slack.As("ben").SubmitAsync(bens));

        Assert.Equal("Alert on the queue's age", (await ActionScenarios.ItemAsync(app)).Text);
        var idea = await app.ReadAsync(db => db.ActionIdeas.SingleAsync());
        Assert.Equal(("Rehearse the failover", ParkReason.OverBudget), (idea.Text, idea.ParkedBecause));
        Assert.Contains(
            "Parked: the limit of 1 is reached", app.Slack.PlainText(app.Slack.OpenView("maya")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_who_double_clicks_everywhere_leaves_nothing_twice()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var (maya, card) = (app.Slack.As("maya"), ShownMessages.IncidentCard(app, incident.Channel));
        await app.OvertakeAsync(
            "incidents",
            () => maya.ClickAsync(card, CardActions.ClaimRole, "1:scribe"),
            () => maya.ClickAsync(card, CardActions.ClaimRole, "1:scribe"));
        await maya.ClickAsync(card, CardActions.PostUpdate);
        var update = await maya.FillAsync(app.Slack.OpenView("maya")!, ("text", "We are rolling back"));
        await app.OvertakeAsync("incidents", () => maya.SubmitAsync(update), () => maya.SubmitAsync(update));
        await maya.ClickAsync(card, CardActions.AddEntry);
        var entry = await maya.FillAsync(app.Slack.OpenView("maya")!, ("text", "Rolled back"));
        await app.OvertakeAsync("handled_requests", () => maya.SubmitAsync(entry), () => maya.SubmitAsync(entry));

        var said = ShownMessages.TextsIn(app, incident.Channel);
        Assert.Single(said, text => text.Contains("is now scribe", StringComparison.Ordinal));
        Assert.Single(
            said,
            text =>
                text.Contains("We are rolling back", StringComparison.Ordinal) && text.Contains("Status update", StringComparison.Ordinal));
        Assert.Equal(1, await app.ReadAsync(db => db.TimelineEntries.CountAsync(each => each.Text == "Rolled back")));
    }

    private static Message Headline(BotApp app) => app.Slack.MessagesIn("incidents").First(message => message.BotId is not null);

    private static async Task<View> FillResolveAsync(BotApp app, ScenarioIncident incident, string person, string sentence)
    {
        await app.Slack.As(person).ClickAsync(ShownMessages.IncidentCard(app, incident.Channel), CardActions.Resolve);
        return await app.Slack.As(person).FillAsync(app.Slack.OpenView(person)!, ("sentence", sentence));
    }

    private static async Task<View> FillItemAsync(BotApp app, string channel, string person, string text)
    {
        await app.Slack.As(person).ClickAsync(await ActionScenarios.OpenListAsync(app, channel, person), ItemActions.Add);
        return await app.Slack.As(person).FillAsync(app.Slack.OpenView(person)!, ("text", text), ("owner", "ben"), ("due", "2026-03-13"));
    }
}
