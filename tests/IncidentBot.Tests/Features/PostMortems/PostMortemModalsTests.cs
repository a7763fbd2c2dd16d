using System.Text.Json;
using IncidentBot.Cards;
using IncidentBot.Sandbox.State;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Features.Meetings;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.PostMortems;

public sealed class PostMortemModalsTests
{
    [Fact]
    public async Task The_overview_says_when_it_is_due_and_what_is_missing()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);

        var overview = app.Slack.PlainText(await incident.OpenOverviewAsync());

        Assert.Contains("Incident 1: Checkout is down", overview, StringComparison.Ordinal);
        Assert.Contains("Required, due", overview, StringComparison.Ordinal);
        Assert.Contains(
            ":small_red_triangle: Contributing factors", overview.Replace("*", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Add an action item, or write down why none is needed.", overview, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saving_a_section_shows_it_in_the_overview_below()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);

        var overview = await incident.WriteAsync("summary", ("summary", "It broke. We fixed it. 40 minutes."));

        Assert.Equal("post_mortem", overview!.CallbackId);
        Assert.Contains(":white_check_mark: *Summary*", app.Slack.PlainText(overview), StringComparison.Ordinal);
        Assert.Equal("It broke. We fixed it. 40 minutes.", (await incident.ReadAsync()).WriteUp.Summary);
    }

    [Fact]
    public async Task The_overview_leads_to_the_next_thing_to_do_and_offers_only_what_can_be_done()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var maya = app.Slack.As("maya");
        var overview = await incident.OpenOverviewAsync();
        Assert.Equal(["Schedule"], PrimaryButtons(overview));

        await maya.ClickAsync(overview, "post_mortem_held");
        overview = app.Slack.OpenView("maya")!;
        Assert.Contains("Next: complete the section", ShownMessages.TextOf(app, overview), StringComparison.Ordinal);
        Assert.DoesNotContain("Start meeting", app.Slack.PlainText(overview), StringComparison.Ordinal);
        await incident.CompleteAsync();
        await maya.CloseAsync(app.Slack.OpenView("maya")!, all: true);
        overview = await incident.OpenOverviewAsync();
        Assert.Equal(["Share draft"], PrimaryButtons(overview));

        await maya.ClickAsync(overview, "post_mortem_draft_share");
        await app.SettleAsync();

        Assert.Equal(["Publish"], PrimaryButtons(app.Slack.OpenView("maya")!));
        await maya.ClickAsync(app.Slack.OpenView("maya")!, "post_mortem_publish");
        await app.SettleAsync();
        Assert.DoesNotContain("facilitator\"", app.Slack.OpenView("maya")?.Blocks.GetRawText() ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_action_item_added_above_the_overview_ends_its_warning_there()
    {
        const string warning = "Add an action item, or write down why none is needed.";
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var maya = app.Slack.As("maya");
        Assert.Contains(warning, app.Slack.PlainText(await incident.OpenOverviewAsync()), StringComparison.Ordinal);
        await maya.ClickAsync(app.Slack.OpenView("maya")!, "actions_open");
        await maya.ClickAsync(app.Slack.OpenView("maya")!, ItemActions.Add);

        var list = await maya.SubmitAsync(await maya.FillAsync(
            app.Slack.OpenView("maya")!,
            ("text", "Add a contract test"), ("owner", "ben"), ("due", "2026-03-12"), ("metric", "The next old field fails the build")));
        await maya.CloseAsync(list!);

        Assert.DoesNotContain(warning, app.Slack.PlainText(app.Slack.OpenView("maya")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Known_facts_are_filled_in()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);

        await incident.WriteAsync("summary");
        await incident.WriteAsync("impact", ("users", "1200"));

        var written = await incident.ReadAsync();
        Assert.Equal("The connection pool was too small.", written.WriteUp.Summary);
        Assert.Equal((TimeSpan.FromMinutes(40), 1200), (written.WriteUp.Impact.Duration, written.WriteUp.Impact.UsersAffected));
    }

    [Fact]
    public async Task A_name_in_a_factor_is_refused_under_its_field_and_nothing_is_lost()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);

        var refused = await incident.WriteAsync("factor", ("text", "@ben forgot the migration"), ("category", "Process"));

        Assert.Contains("Leave out @ben", refused!.Errors["text"], StringComparison.Ordinal);
        Assert.Empty((await incident.ReadAsync()).WriteUp.Factors);
    }

    [Fact]
    public async Task Factors_are_listed_edited_and_removed_above_the_overview()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var maya = app.Slack.As("maya");
        await incident.WriteAsync("factor", ("text", "The alert was missing"), ("effect", "Detection"));

        await maya.ClickAsync(app.Slack.OpenView("maya")!, "post_mortem_section_open", "1:factor");
        await maya.ClickAsync(app.Slack.OpenView("maya")!, "post_mortem_item_open", "1:factor");
        var list = await maya.SubmitAsync(
            await maya.FillAsync(app.Slack.OpenView("maya")!, ("text", "It was Friday"), ("category", "Environmental")));

        Assert.Contains("It was Friday", app.Slack.PlainText(list!), StringComparison.Ordinal);
        await maya.ClickAsync(list!, "post_mortem_item_remove");
        Assert.DoesNotContain("The alert was missing", app.Slack.PlainText(app.Slack.OpenView("maya")!), StringComparison.Ordinal);
        Assert.Equal("It was Friday", Assert.Single((await incident.ReadAsync()).WriteUp.Factors).Text);
    }

    [Fact]
    public async Task While_the_incident_is_open_there_is_no_post_mortem_yet()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);

        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident pm");

        Assert.Null(app.Slack.OpenView("maya"));
        Assert.Contains(
            "still open", app.Slack.PlainText(Assert.Single(app.Slack.EphemeralsFor("maya", incident.Channel))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_an_incidents_channel_the_command_lists_post_mortems_that_are_due()
    {
        await using var app = await BotApp.StartAsync();
        await ResolvedIncident.Sev1(app);

        await app.Slack.As("ben").TypeAsync("general", "/postmortem");

        Assert.Contains(
            "Incident 1: Checkout is down", app.Slack.PlainText(Assert.Single(app.Slack.EphemeralsFor("ben"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Starting_the_post_mortem_never_changes_the_incident()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var before = await app.ReadAsync(async db => (await db.Incidents.FindAsync(1))!);

        await app.Slack.As("maya").ClickAsync(await incident.OpenOverviewAsync(), "post_mortem_held");
        await app.SettleAsync();

        var after = await app.ReadAsync(async db => (await db.Incidents.FindAsync(1))!);
        Assert.NotNull((await incident.ReadAsync()).Meeting.HeldAt);
        Assert.Equal((before.Version, before.Status, before.EndedAt), (after.Version, after.Status, after.EndedAt));
    }

    [Fact]
    public async Task The_cards_of_a_reopened_incident_say_that_its_post_mortem_is_on_hold()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);

        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident reopen The errors are back");
        await app.SettleAsync();

        Assert.Contains("post-mortem on hold", ShownMessages.TextOf(app, incident.Headline), StringComparison.Ordinal);
        Assert.Contains(
            "Post-mortem\non hold", ShownMessages.TextOf(app, ShownMessages.IncidentCard(app, incident.Channel)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_overview_of_a_cancelled_incident_says_only_that_no_post_mortem_is_required()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident reopen Was it an incident at all?");
        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident cancel A dashboard was wrong");
        await app.SettleAsync();

        var overview = ShownMessages.TextOf(app, await incident.OpenOverviewAsync());

        Assert.Contains("Status\nnot required", overview, StringComparison.Ordinal);
        Assert.DoesNotContain("on hold", overview, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_overview_says_when_a_write_up_was_published_without_a_meeting()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        await incident.CompleteAsync();
        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident pm publish");
        await app.SettleAsync();

        Assert.Contains("Meeting\nnot held", ShownMessages.TextOf(app, await incident.OpenOverviewAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_home_tab_lists_a_post_mortem_that_was_scheduled_after_it_was_waived()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident pm waive The provider was down");
        await incident.ScheduleAsync(app, "2026-03-04T13:00:00Z");

        await app.Slack.As("maya").OpenHomeAsync();
        await app.SettleAsync();

        Assert.DoesNotContain("No post-mortems due.", app.Slack.PlainText(app.Slack.HomeOf("maya")!), StringComparison.Ordinal);
    }

    private static IReadOnlyList<string?> PrimaryButtons(View view) =>
    [
        .. view.Blocks.EnumerateArray().SelectMany(Elements)
            .Where(element => element.TryGetProperty("style", out var style) && style.GetString() == "primary")
            .Select(element => element.GetProperty("text").GetProperty("text").GetString()),
    ];

    private static IEnumerable<JsonElement> Elements(JsonElement block)
    {
        if (block.TryGetProperty("accessory", out var accessory))
        {
            return [accessory];
        }

        return block.TryGetProperty("elements", out var elements) ? elements.EnumerateArray() : [];
    }
}
