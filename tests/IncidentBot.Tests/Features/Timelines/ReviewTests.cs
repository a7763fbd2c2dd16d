using IncidentBot.Cards;
using IncidentBot.Domain.Timelines;
using IncidentBot.Features.Timelines;
using IncidentBot.Sandbox;
using IncidentBot.Sandbox.BlockKit;
using IncidentBot.Sandbox.State;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Features.Timelines;

public sealed class ReviewTests
{
    [Fact]
    public async Task The_review_shows_facts_and_adds_a_message_with_one_click()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        await app.SaysAsync("ben", incident, "Rolled back to 4.1");

        var review = await OpenAsync(app, incident);
        Assert.Contains("declared by maya: Checkout is down", app.Slack.PlainText(review), StringComparison.Ordinal);
        Assert.Contains("Rolled back to 4.1 · _ben_", app.Slack.PlainText(review), StringComparison.Ordinal);

        await app.Slack.As("maya").ClickAsync(review, ReviewModal.AddMessage);
        await app.SettleAsync();

        var entry = Assert.Single(await app.EntriesAsync());
        Assert.Equal(("Rolled back to 4.1", EntryKind.Event, EntrySource.Manual), (entry.Text, entry.Kind, entry.Source));
        Assert.Contains("Nothing left to add.", app.Slack.PlainText(app.Slack.OpenView("maya")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_timeline_of_several_days_shows_dates()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        await app.SaysAsync("ben", incident, "First day");
        Assert.DoesNotContain("{date_short}", Json(await OpenAsync(app, incident)), StringComparison.Ordinal);
        await app.Slack.As("maya").CloseAsync(app.Slack.OpenView("maya")!);

        app.Time.Advance(TimeSpan.FromDays(2));
        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident note third day");
        await app.SettleAsync();

        Assert.Contains("^{date_short} {time}|", Json(await OpenAsync(app, incident)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_is_edited_starred_retimed_and_removed()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var maya = app.Slack.As("maya");
        await maya.TypeAsync(incident.Channel, "/incident note restarted payment");
        await app.SettleAsync();
        var id = (await app.EntriesAsync())[0].Id.ToString("N");
        var review = await OpenAsync(app, incident);

        await maya.SelectAsync(review, ReviewModal.EntryMenu, $"star:{id}");
        await maya.SelectAsync(review, ReviewModal.EntryMenu, $"edit:{id}");
        var form = await maya.FillAsync(app.Slack.OpenView("maya")!, ("text", "Restarted payments"), ("at", "08:15"), ("kind", "decision"));
        var below = await maya.SubmitAsync(form);

        var entry = Assert.Single(await app.EntriesAsync());
        Assert.Equal(("Restarted payments", EntryKind.Decision, true), (entry.Text, entry.Kind, entry.IsStarred));
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 7, 15, 0, TimeSpan.Zero), entry.At);
        Assert.Contains("Restarted payments", app.Slack.PlainText(below!), StringComparison.Ordinal);

        await maya.SelectAsync(below!, ReviewModal.EntryMenu, $"remove:{id}");
        Assert.Empty(await app.EntriesAsync());
    }

    [Fact]
    public async Task A_reaction_that_is_removed_does_not_remove_what_someone_edited()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var maya = app.Slack.As("maya");
        var said = await app.SaysAsync("ben", incident, "Rolled back");
        await maya.ReactAsync(said, "pushpin");
        await app.SettleAsync();
        var review = await OpenAsync(app, incident);
        await maya.SelectAsync(review, ReviewModal.EntryMenu, $"star:{(await app.EntriesAsync())[0].Id:N}");

        await maya.UnreactAsync(said, "pushpin");
        await app.SettleAsync();

        Assert.Single(await app.EntriesAsync());
        Assert.Contains("white_check_mark", app.ReactionsTo(said));
    }

    [Fact]
    public async Task The_longest_quiet_period_comes_first_until_it_is_marked_as_worked_on()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var maya = app.Slack.As("maya");
        await maya.TypeAsync(incident.Channel, "/incident signal orders stop at yesterday 14:00 missed");
        await maya.TypeAsync(incident.Channel, "/incident signal alert fired at 08:27");
        await maya.TypeAsync(incident.Channel, "/incident status identified");
        await app.AdvanceAsync(TimeSpan.FromMinutes(10));
        await maya.TypeAsync(incident.Channel, "/incident status mitigated");
        await app.SettleAsync();

        var review = await OpenAsync(app, incident);
        Assert.Equal(["18 h 27 min", "1 h 33 min", "10 min"], Periods(review));

        await maya.ClickAsync(review, ReviewModal.MarkGap);

        var marked = app.Slack.OpenView("maya")!;
        Assert.Contains("people were working", app.Slack.PlainText(marked), StringComparison.Ordinal);
        Assert.Equal(["1 h 33 min", "10 min", "18 h 27 min"], Periods(marked));
        Assert.Single((await app.ReadAsync(db => db.Incidents.SingleAsync())).WorkedGaps);
    }

    /// <summary>How long the quiet periods are, in the order of the review.</summary>
    private static IEnumerable<string> Periods(View review) => BlockTree.Elements(review.Blocks)
        .Where(field => field.ActionId == ReviewModal.MarkGap)
        .Select(field => field.Block.At("text")!.Value.Text("text")!.Split(", ")[1].Split(" · ")[0].TrimEnd('*'));

    [Fact]
    public async Task A_long_review_has_pages()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var maya = app.Slack.As("maya");
        for (var i = 1; i <= 25; i++)
        {
            await maya.TypeAsync(incident.Channel, $"Message {i:00}");
            await maya.TypeAsync(incident.Channel, $"/incident note Note {i:00}");
            app.Time.Advance(TimeSpan.FromSeconds(1));
        }

        await app.SettleAsync();
        var review = await OpenAsync(app, incident);
        Assert.DoesNotContain("Note 25", app.Slack.PlainText(review), StringComparison.Ordinal);

        await maya.ClickAsync(review, ReviewModal.Newer);
        Assert.Contains("Note 25", app.Slack.PlainText(app.Slack.OpenView("maya")!), StringComparison.Ordinal);

        await maya.ClickAsync(app.Slack.OpenView("maya")!, ReviewModal.Newer);
        await maya.ClickAsync(app.Slack.OpenView("maya")!, ReviewModal.Newer);
        Assert.Contains("Message 25", app.Slack.PlainText(app.Slack.OpenView("maya")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_message_shortcut_prefills_the_text_and_the_time_of_the_message()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var said = await app.SaysAsync("ben", incident, "Replica is behind");
        app.Time.Advance(TimeSpan.FromHours(1));
        var maya = app.Slack.As("maya");

        await maya.MessageShortcutAsync("timeline_add", said);
        var form = await maya.FillAsync(app.Slack.OpenView("maya")!, ("kind", "missed_signal"));
        await maya.SubmitAsync(form);
        await app.SettleAsync();

        var entry = Assert.Single(await app.EntriesAsync());
        Assert.Equal(("Replica is behind", SignalState.Missed, EntrySource.Shortcut), (entry.Text, entry.SignalState, entry.Source));
        Assert.Equal(MessageTs.At(said.Ts).Value, entry.At);
        Assert.Contains("white_check_mark", app.ReactionsTo(said));
    }

    [Fact]
    public async Task The_button_on_the_card_adds_an_entry_and_refuses_an_unreadable_time()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var maya = app.Slack.As("maya");
        var card = app.Slack.MessagesIn(incident.Channel).Single(message => message.Pin is not null);
        await maya.ClickAsync(card, CardActions.AddEntry);

        var form = await maya.FillAsync(app.Slack.OpenView("maya")!, ("text", "Called the provider"), ("at", "soon"));
        var refused = await maya.SubmitAsync(form);
        Assert.Contains("yesterday 23:50", refused!.Errors["at"], StringComparison.Ordinal);
        Assert.Empty(await app.EntriesAsync());

        await maya.SubmitAsync(await maya.FillAsync(refused, ("at", "09:50"), ("system", "billing ")));
        await app.SettleAsync();

        var entry = Assert.Single(await app.EntriesAsync());
        Assert.Equal(("Called the provider", "billing"), (entry.Text, entry.System));
        Assert.Contains(
            "Called the provider (added by @maya)",
            app.Slack.PlainText(app.Slack.MessagesIn(incident.Channel)[^1]),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_form_for_a_new_entry_says_that_the_time_defaults_to_now()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var maya = app.Slack.As("maya");
        await maya.ClickAsync(app.Slack.MessagesIn(incident.Channel).Single(message => message.Pin is not null), CardActions.AddEntry);
        Assert.Contains("Defaults to now.", Json(app.Slack.OpenView("maya")!), StringComparison.Ordinal);
        await maya.CloseAsync(app.Slack.OpenView("maya")!);
        await maya.TypeAsync(incident.Channel, "/incident note restarted payment");
        await app.SettleAsync();

        await maya.SelectAsync(await OpenAsync(app, incident), ReviewModal.EntryMenu, $"edit:{(await app.EntriesAsync())[0].Id:N}");

        Assert.Contains("Leave empty to keep the time.", Json(app.Slack.OpenView("maya")!), StringComparison.Ordinal);
        await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("system", "payments")));
        Assert.Equal("payments", (await app.EntriesAsync())[0].System);
    }

    private static async Task<View> OpenAsync(BotApp app, ScenarioIncident incident)
    {
        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident timeline");
        return app.Slack.OpenView("maya") ?? throw new InvalidOperationException(app.Traffic());
    }

    private static string Json(View view) => view.Blocks.GetRawText();
}
