using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.WriteUps.Sections;

/// <summary>A finding appears once, under its field, with the ways forward; nothing that people typed is lost.</summary>
public sealed class SectionWordingTests
{
    private const string Blameful = "The on-call engineer should have checked the dashboard";

    [Fact]
    [Trait("Requirement", "R4")]
    [Trait("Requirement", "R114")]
    public async Task A_finding_appears_under_its_field_with_the_harm_and_a_question()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);

        var form = await incident.WriteAsync("factor", ("text", Blameful), ("category", "Process"));

        var shown = app.Slack.PlainText(form!);
        Assert.Contains("What someone could have done is only obvious in hindsight", shown, StringComparison.Ordinal);
        Assert.Contains("Why wasn't it obvious at the time, and what would make it obvious next time?", shown, StringComparison.Ordinal);
        Assert.Equal((Blameful, "text"), (form!.TextOf("text"), form!.BlockIds()[0]));
        Assert.StartsWith("~words:text:", form!.BlockIds()[1], StringComparison.Ordinal);
        Assert.Empty((await incident.ReadAsync()).WriteUp.Factors);
    }

    [Fact]
    [Trait("Requirement", "R4")]
    public async Task One_click_applies_the_rewrite_and_leaves_the_rest_of_the_form()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var maya = app.Slack.As("maya");
        var form = await incident.WriteAsync("factor", ("text", Blameful), ("category", "Process"), ("assumption", "yes"));
        var offered = form!.Offered()!;

        await maya.ClickAsync(form!, FindingForms.Use);
        var reworded = app.Slack.OpenView("maya")!;
        Assert.StartsWith("Use: " + reworded.TextOf("text")[..40], offered, StringComparison.Ordinal);
        Assert.DoesNotContain(reworded.BlockIds(), id => id.StartsWith('~'));
        var hub = await maya.SubmitAsync(reworded);

        Assert.Equal("post_mortem", hub!.CallbackId);
        var factor = Assert.Single((await incident.ReadAsync()).WriteUp.Factors);
        Assert.Equal((reworded.TextOf("text"), true), (factor.Text, factor.IsAssumption));
        Assert.Equal("Process", factor.Category.ToString());
    }

    [Fact]
    [Trait("Requirement", "R7")]
    public async Task Human_error_is_accepted_only_with_a_reason_which_the_overview_shows()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var maya = app.Slack.As("maya");
        var form = await incident.WriteAsync("summary", ("summary", "Checkout was down. The vendor's report says human error."));

        Assert.Contains("ends the analysis where it should begin", app.Slack.PlainText(form!), StringComparison.Ordinal);
        var hub = await maya.SubmitAsync(await maya.FillAsync(form!, (FindingForms.Because, "It is the vendor's wording, which we quote")));

        Assert.Contains(
            "“Checkout was down. The vendor's report says human error.”, because It is the vendor's wording, which we quote",
            app.Slack.PlainText(hub!),
            StringComparison.Ordinal);
        var kept = Assert.Single(await app.KeptAsync());
        Assert.Equal(("human-error", "U0MAYA0001", 1), (kept.Rule, kept.By.Value, kept.IncidentNumber));
        Assert.Equal("Checkout was down. The vendor's report says human error.", (await incident.ReadAsync()).WriteUp.Summary);
    }

    [Fact]
    [Trait("Requirement", "R87")]
    public async Task Saving_an_accusing_you_unchanged_says_how_to_go_on()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var form = await incident.WriteAsync("summary", ("summary", "You broke the checkout."));

        var again = await app.Slack.As("maya").SubmitAsync(form!);

        Assert.Contains("\"You\" sounds like an accusation", app.Slack.PlainText(again!), StringComparison.Ordinal);
        Assert.Equal(
            "Reword this, or say below why it should stay. Then press Save again.", again!.Errors["summary"]);
        Assert.Equal("You broke the checkout.", again!.TextOf("summary"));
    }

    [Fact]
    [Trait("Requirement", "R114")]
    public async Task A_changed_text_is_checked_again_and_the_old_reason_only_prefilled()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var maya = app.Slack.As("maya");
        var form = await incident.WriteAsync("factor", ("text", Blameful), ("category", "Process"));

        var again = await maya.SubmitAsync(await maya.FillAsync(form!, (FindingForms.Because, "We quote"), ("text", "It was human error")));

        Assert.Contains("ends the analysis", app.Slack.PlainText(again!), StringComparison.Ordinal);
        Assert.Contains(
            again!.Values,
            value => value.Key.BlockId.StartsWith("~because", StringComparison.Ordinal)
                && value.Value.GetProperty("value").GetString() == "We quote");
        Assert.Empty((await incident.ReadAsync()).WriteUp.Factors);
        await maya.SubmitAsync(await maya.FillAsync(again!, ("text", "The runbook has no step for the migration")));
        Assert.Equal("The runbook has no step for the migration", Assert.Single((await incident.ReadAsync()).WriteUp.Factors).Text);
        Assert.Empty(await app.KeptAsync());
    }

    [Fact]
    [Trait("Requirement", "R114")]
    public async Task A_learning_must_not_name_a_participant_even_without_a_mention()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);

        var form = await incident.WriteAsync("learning", ("text", "Lindqvist knows the only way to fail over"));

        Assert.Contains("Naming a person ends the search for what allowed", app.Slack.PlainText(form!), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R114")]
    public async Task A_mention_is_refused_even_with_a_reason()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var maya = app.Slack.As("maya");
        var form = await incident.WriteAsync("factor", ("text", "Maya forgot the migration"), ("category", "Process"));

        var refused = await maya.SubmitAsync(
            await maya.FillAsync(form!, ("text", "@maya forgot the migration"), (FindingForms.Because, "It is so")));

        Assert.Contains("Leave out @maya", refused!.Errors["text"], StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R61")]
    public async Task A_chain_that_stops_at_an_omission_gets_a_field_for_one_more_why()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var maya = app.Slack.As("maya");
        var form = await incident.WriteAsync(
            "whys",
            ("symptom", "Payments failed"),
            ("why_1", "The API changed"),
            ("why_2", "A field was renamed"),
            ("why_3", "No test covers it"),
            ("why_4", "The contract is not written down"),
            ("why_5", "Because the developer didn't check the schema"));

        Assert.Contains("Ask why once more:", ShownMessages.TextOf(app, form!), StringComparison.Ordinal);
        await maya.SubmitAsync(await maya.FillAsync(
            form!, ("why_6", "Checking takes a checkout of two repositories"), (FindingForms.Because, "The next why goes on from here")));

        Assert.Equal(6, (await incident.ReadAsync()).WriteUp.WhyChain.Whys.Count);
        Assert.Equal("Checking takes a checkout of two repositories", (await incident.ReadAsync()).WriteUp.WhyChain.Whys[^1]);
    }

    [Fact]
    [Trait("Requirement", "R4")]
    public async Task A_rewrite_replaces_only_its_own_point_in_a_list()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var maya = app.Slack.As("maya");
        var form = await incident.WriteAsync("could_be_better", ("could_be_better", $"The runbook is stale\n{Blameful}\nAlerts are late"));

        await maya.ClickAsync(form!, FindingForms.Use);
        await maya.SubmitAsync(app.Slack.OpenView("maya")!);

        var points = (await incident.ReadAsync()).WriteUp.CouldBeBetter;
        Assert.Equal(("The runbook is stale", "Alerts are late", 3), (points[0], points[2], points.Count));
        Assert.DoesNotContain("should have", points[1], StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R71")]
    public async Task A_human_action_stated_as_a_fact_gets_no_finding()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);

        var hub = await incident.WriteAsync(
            "summary", ("summary", "Checkout was down. Maya restarted the queue and did not see the page until 03:40."));

        Assert.Equal("post_mortem", hub!.CallbackId);
    }

    [Fact]
    [Trait("Requirement", "R4")]
    public async Task A_change_by_someone_else_is_shown_before_it_is_replaced_even_after_a_finding()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var (maya, ben) = (app.Slack.As("maya"), app.Slack.As("ben"));
        var form = await incident.WriteAsync("summary", ("summary", Blameful));
        await ben.ClickAsync(await incident.OpenOverviewAsync("ben"), "post_mortem_section_open", "1:summary");
        await ben.SubmitAsync(await ben.FillAsync(app.Slack.OpenView("ben")!, ("summary", "Ben's account of it.")));

        await maya.ClickAsync(form!, FindingForms.Use);
        var warned = await maya.SubmitAsync(app.Slack.OpenView("maya")!);

        Assert.StartsWith("ben changed this field in the meantime", Assert.Single(warned!.Errors).Value, StringComparison.Ordinal);
        Assert.StartsWith("summary~", Assert.Single(warned!.Errors).Key, StringComparison.Ordinal);
        app.Time.Advance(TimeSpan.FromSeconds(5));
        await maya.SubmitAsync(warned!);
        Assert.Equal(warned!.TextOf("summary"), (await incident.ReadAsync()).WriteUp.Summary);
    }

    [Fact]
    [Trait("Requirement", "R114")]
    public async Task Pressing_Save_twice_shows_the_finding_once_and_saves_once()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var maya = app.Slack.As("maya");
        await maya.ClickAsync(await incident.OpenOverviewAsync(), "post_mortem_section_open", "1:summary");
        var form = await maya.FillAsync(app.Slack.OpenView("maya")!, ("summary", Blameful));

        await Task.WhenAll(maya.SubmitAsync(form), maya.SubmitAsync(form));
        var asked = await maya.FillAsync(app.Slack.OpenView("maya")!, (FindingForms.Because, "We quote"));
        await Task.WhenAll(maya.SubmitAsync(asked), maya.SubmitAsync(asked));

        Assert.Equal(Blameful, (await incident.ReadAsync()).WriteUp.Summary);
        Assert.Equal("We quote", Assert.Single(await app.KeptAsync()).Reason);
        Assert.Single((await incident.ReadAsync()).AllChanges, change => change.Part == "summary");
    }
}
