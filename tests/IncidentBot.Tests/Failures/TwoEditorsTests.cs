using IncidentBot.Cards;
using IncidentBot.Features.Timelines;
using IncidentBot.Sandbox.State;
using IncidentBot.Tests.Features.ActionItems;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Features.Timelines;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Failures;

/// <summary>Two people edit the same incident, timeline entry or action item.</summary>
[Trait("Engine", "both")]
public sealed class TwoEditorsTests
{
    [Fact]
    public async Task Different_fields_of_an_incident_both_count()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var bens = await app.Slack.As("ben").FillAsync(await OpenIncidentAsync(app, incident, "ben"), ("title", "Payments are down"));
        var mayas = await app.Slack.As("maya").FillAsync(await OpenIncidentAsync(app, incident, "maya"), ("severity", "SEV2"));

        await app.OvertakeAsync("incidents", () => app.Slack.As("maya").SubmitAsync(mayas), () => app.Slack.As("ben").SubmitAsync(bens));

        var edited = await app.ReadAsync(db => db.Incidents.SingleAsync());
        Assert.Equal(("Payments are down", Domain.Severities.Severity.Sev2), (edited.Title, edited.Severity));
        Assert.Null(app.Slack.OpenView("maya"));
    }

    [Fact]
    public async Task The_same_field_of_an_incident_is_told_first()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var bens = await app.Slack.As("ben").FillAsync(
            await OpenIncidentAsync(app, incident, "ben"), ("title", "Payments are down"), ("lead", "lena"));
        var mayas = await app.Slack.As("maya").FillAsync(
            await OpenIncidentAsync(app, incident, "maya"), ("title", "Cards are refused"), ("lead", "tom"));

        await app.OvertakeAsync("incidents", () => app.Slack.As("maya").SubmitAsync(mayas), () => app.Slack.As("ben").SubmitAsync(bens));

        var told = app.Slack.OpenView("maya")!;
        Assert.Contains(
            "ben changed this field in the meantime. It now says: “Payments are down”", told.Errors["title"], StringComparison.Ordinal);
        Assert.Contains("It now says: “lena”", told.Errors["lead"], StringComparison.Ordinal);
        app.Time.Advance(TimeSpan.FromSeconds(5));
        await app.Slack.As("maya").SubmitAsync(told);
        await app.SettleAsync();
        var edited = await app.ReadAsync(db => db.Incidents.SingleAsync());
        Assert.Equal(("Cards are refused", app.Slack.As("tom").User.Id), (edited.Title, edited.Lead!.Value.Value));
    }

    [Fact]
    public async Task The_same_entry_of_the_timeline_is_told_first()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var bens = await app.Slack.As("ben").FillAsync(await OpenEntryAsync(app, incident, "ben"), ("text", "Restarted payments"));
        var mayas = await app.Slack.As("maya").FillAsync(
            await OpenEntryAsync(app, incident, "maya"), ("text", "Restarted checkout"), ("kind", "decision"));

        await app.OvertakeAsync(
            "timeline_entries",
            () => app.Slack.As("maya").SubmitAsync(mayas),
            () => app.Slack.As("ben").SubmitAsync(bens));

        var told = app.Slack.OpenView("maya")!;
        Assert.Contains(
            "ben changed this field in the meantime. It now says: “Restarted payments”", told.Errors["text"], StringComparison.Ordinal);
        app.Time.Advance(TimeSpan.FromSeconds(5));
        await app.Slack.As("maya").SubmitAsync(told);
        Assert.Equal("Restarted checkout", Assert.Single(await app.EntriesAsync()).Text);
    }

    [Fact]
    public async Task An_entry_that_was_taken_off_while_it_was_edited_comes_back_only_on_purpose()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var mayas = await app.Slack.As("maya").FillAsync(await OpenEntryAsync(app, incident, "maya"), ("text", "Restarted checkout"));
        var review = await OpenReviewAsync(app, incident, "ben");
        var id = (await app.EntriesAsync())[0].Id;
        Task Remove() => app.Slack.As("ben").SelectAsync(review, ReviewModal.EntryMenu, $"remove:{id:N}");

        await app.OvertakeAsync("timeline_entries", () => app.Slack.As("maya").SubmitAsync(mayas), Remove);

        Assert.Contains("ben removed this entry", app.Slack.OpenView("maya")!.Errors["text"], StringComparison.Ordinal);
        Assert.Empty(await app.EntriesAsync());
        app.Time.Advance(TimeSpan.FromSeconds(5));
        await app.Slack.As("maya").SubmitAsync(app.Slack.OpenView("maya")!);
        Assert.Equal("Restarted checkout", Assert.Single(await app.EntriesAsync()).Text);
    }

    [Fact]
    public async Task The_same_message_put_on_the_timeline_by_two_is_one_entry()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var said = await app.SaysAsync("ben", incident, "Restarting payments now");
        await app.Slack.As("ben").MessageShortcutAsync("timeline_add", said);
        await app.Slack.As("maya").MessageShortcutAsync("timeline_add", said);
        var (bens, mayas) = (app.Slack.OpenView("ben")!, app.Slack.OpenView("maya")!);
        bens = await app.Slack.As("ben").FillAsync(bens, ("text", "Restarted payments"));

        await app.OvertakeAsync(
            "timeline_entries",
            () => app.Slack.As("maya").SubmitAsync(mayas),
            () => app.Slack.As("ben").SubmitAsync(bens));

        Assert.Equal("Restarted payments", Assert.Single(await app.EntriesAsync()).Text);
        Assert.Null(app.Slack.OpenView("maya"));
        Assert.Equal("white_check_mark", Assert.Single(app.ReactionsTo(said)));
    }

    [Fact]
    public async Task The_same_action_item_is_told_first()
    {
        await using var app = await BotApp.StartAsync();
        var channel = await ActionScenarios.ActionItemAsync(app, new DateOnly(2026, 3, 13));
        var lenas = await app.Slack.As("lena").FillAsync(
            await OpenItemAsync(app, channel, "lena"), ("text", "Alert on the age of the queue"), ("priority", "P1"));
        var mayas = await app.Slack.As("maya").FillAsync(
            await OpenItemAsync(app, channel, "maya"), ("text", "Page on the age of the queue"), ("effort", "Small"));

        await app.OvertakeAsync(
            "action_items",
            () => app.Slack.As("maya").SubmitAsync(mayas),
            () => app.Slack.As("lena").SubmitAsync(lenas));

        var told = app.Slack.OpenView("maya")!;
        Assert.Contains(
            "lena changed this field in the meantime. It now says: “Alert on the age of the queue”",
            Assert.Single(told.Errors).Value,
            StringComparison.Ordinal);
        app.Time.Advance(TimeSpan.FromSeconds(5));
        await app.Slack.As("maya").SubmitAsync(told);
        var item = await ActionScenarios.ItemAsync(app);
        Assert.Equal(("Page on the age of the queue", "P1", "Small"), (item.Text, $"{item.Priority}", $"{item.Effort}"));
    }

    private static async Task<View> OpenIncidentAsync(BotApp app, ScenarioIncident incident, string person)
    {
        await app.Slack.As(person).ClickAsync(ShownMessages.IncidentCard(app, incident.Channel), CardActions.EditIncident);
        return app.Slack.OpenView(person)!;
    }

    private static async Task<View> OpenReviewAsync(BotApp app, ScenarioIncident incident, string person)
    {
        if ((await app.EntriesAsync()).Count == 0)
        {
            await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident note Restarted");
            await app.SettleAsync();
        }

        await app.Slack.As(person).TypeAsync(incident.Channel, "/incident timeline");
        return app.Slack.OpenView(person)!;
    }

    private static async Task<View> OpenEntryAsync(BotApp app, ScenarioIncident incident, string person)
    {
        var review = await OpenReviewAsync(app, incident, person);
        await app.Slack.As(person).SelectAsync(review, ReviewModal.EntryMenu, $"edit:{(await app.EntriesAsync())[0].Id:N}");
        return app.Slack.OpenView(person)!;
    }

    private static async Task<View> OpenItemAsync(BotApp app, string channel, string person)
    {
        await app.Slack.As(person).SelectAsync(
            await ActionScenarios.OpenListAsync(app, channel, person),
            ItemActions.More,
            $"{ItemActions.Edit}:{(await ActionScenarios.ItemAsync(app)).Id:N}");
        return app.Slack.OpenView(person)!;
    }
}
