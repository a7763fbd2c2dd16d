using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.WriteUps.Sections;

/// <summary>Words that speak of a person's failing come back under their field, once, with a way on; nobody's typing is lost.</summary>
public sealed class SectionWordingTests
{
    private const string Blameful = "The on-call engineer should have checked the dashboard";

    [Fact]
    [Trait("Engine", "both")]
    [Trait("Requirement", "R4")]
    [Trait("Requirement", "R114")]
    public async Task What_such_words_do_and_what_to_ask_instead_stands_right_under_the_field()
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
    public async Task Other_words_are_put_into_the_field_with_one_click_and_everything_else_stays()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var maya = app.Slack.As("maya");
        var form = await incident.WriteAsync("factor", ("text", Blameful), ("category", "Process"), ("assumption", "yes"));
        var offered = form!.Offered()!;

        await maya.ClickAsync(form!, WordedForms.Use);
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
    public async Task Human_error_is_accepted_only_with_a_reason_which_stays_in_the_record_and_in_the_overview()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var maya = app.Slack.As("maya");
        var form = await incident.WriteAsync("summary", ("summary", "Checkout was down. The vendor's report says human error."));

        Assert.Contains("ends the analysis where it should begin", app.Slack.PlainText(form!), StringComparison.Ordinal);
        var hub = await maya.SubmitAsync(await maya.FillAsync(form!, (WordedForms.Because, "It is the vendor's wording, which we quote")));

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
    public async Task You_is_asked_about_and_saving_it_unchanged_says_in_one_sentence_how_to_go_on()
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
    public async Task A_changed_text_is_looked_at_anew_and_the_reason_typed_for_the_old_one_is_only_offered()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var maya = app.Slack.As("maya");
        var form = await incident.WriteAsync("factor", ("text", Blameful), ("category", "Process"));

        var anew = await maya.SubmitAsync(await maya.FillAsync(form!, (WordedForms.Because, "We quote"), ("text", "It was human error")));

        Assert.Contains("ends the analysis", app.Slack.PlainText(anew!), StringComparison.Ordinal);
        Assert.Contains(
            anew!.Values,
            value => value.Key.BlockId.StartsWith("~because", StringComparison.Ordinal)
                && value.Value.GetProperty("value").GetString() == "We quote");
        Assert.Empty((await incident.ReadAsync()).WriteUp.Factors);
        await maya.SubmitAsync(await maya.FillAsync(anew!, ("text", "The runbook has no step for the migration")));
        Assert.Equal("The runbook has no step for the migration", Assert.Single((await incident.ReadAsync()).WriteUp.Factors).Text);
        Assert.Empty(await app.KeptAsync());
    }

    [Fact]
    [Trait("Requirement", "R114")]
    public async Task Who_was_there_is_not_named_in_a_learning_not_even_without_a_mention()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);

        var form = await incident.WriteAsync("learning", ("text", "Lindqvist knows the only way to fail over"));

        Assert.Contains("Naming a person ends the search for what allowed", app.Slack.PlainText(form!), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R114")]
    public async Task A_mention_is_refused_whatever_the_reason()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var maya = app.Slack.As("maya");
        var form = await incident.WriteAsync("factor", ("text", "Maya forgot the migration"), ("category", "Process"));

        var refused = await maya.SubmitAsync(
            await maya.FillAsync(form!, ("text", "@maya forgot the migration"), (WordedForms.Because, "It is so")));

        Assert.Contains("Leave out @maya", refused!.Errors["text"], StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R61")]
    public async Task A_chain_that_stops_at_what_someone_did_not_do_is_asked_once_more_and_gets_a_field_for_it()
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
            form!, ("why_6", "Checking takes a checkout of two repositories"), (WordedForms.Because, "The next why goes on from here")));

        Assert.Equal(6, (await incident.ReadAsync()).WriteUp.WhyChain.Whys.Count);
        Assert.Equal("Checking takes a checkout of two repositories", (await incident.ReadAsync()).WriteUp.WhyChain.Whys[^1]);
    }

    [Fact]
    [Trait("Requirement", "R4")]
    public async Task Of_several_points_the_one_in_question_is_replaced()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var maya = app.Slack.As("maya");
        var form = await incident.WriteAsync("could_be_better", ("could_be_better", $"The runbook is stale\n{Blameful}\nAlerts are late"));

        await maya.ClickAsync(form!, WordedForms.Use);
        await maya.SubmitAsync(app.Slack.OpenView("maya")!);

        var points = (await incident.ReadAsync()).WriteUp.CouldBeBetter;
        Assert.Equal(("The runbook is stale", "Alerts are late", 3), (points[0], points[2], points.Count));
        Assert.DoesNotContain("should have", points[1], StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R71")]
    public async Task A_human_action_told_as_a_fact_is_not_asked_about()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);

        var hub = await incident.WriteAsync(
            "summary", ("summary", "Checkout was down. Maya restarted the queue and did not see the page until 03:40."));

        Assert.Equal("post_mortem", hub!.CallbackId);
    }

    [Fact]
    [Trait("Requirement", "R4")]
    public async Task What_someone_else_wrote_meanwhile_is_shown_before_it_is_replaced_also_after_a_finding()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var (maya, ben) = (app.Slack.As("maya"), app.Slack.As("ben"));
        var form = await incident.WriteAsync("summary", ("summary", Blameful));
        await ben.ClickAsync(await incident.OpenOverviewAsync("ben"), "post_mortem_section_open", "1:summary");
        await ben.SubmitAsync(await ben.FillAsync(app.Slack.OpenView("ben")!, ("summary", "Ben's account of it.")));

        await maya.ClickAsync(form!, WordedForms.Use);
        var told = await maya.SubmitAsync(app.Slack.OpenView("maya")!);

        Assert.StartsWith("ben changed this field in the meantime", Assert.Single(told!.Errors).Value, StringComparison.Ordinal);
        Assert.StartsWith("summary~", Assert.Single(told!.Errors).Key, StringComparison.Ordinal);
        app.Time.Advance(TimeSpan.FromSeconds(5));
        await maya.SubmitAsync(told!);
        Assert.Equal(told!.TextOf("summary"), (await incident.ReadAsync()).WriteUp.Summary);
    }

    [Fact]
    [Trait("Requirement", "R114")]
    public async Task Pressing_Save_twice_asks_once_and_keeps_once()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var maya = app.Slack.As("maya");
        await maya.ClickAsync(await incident.OpenOverviewAsync(), "post_mortem_section_open", "1:summary");
        var form = await maya.FillAsync(app.Slack.OpenView("maya")!, ("summary", Blameful));

        await Task.WhenAll(maya.SubmitAsync(form), maya.SubmitAsync(form));
        var asked = await maya.FillAsync(app.Slack.OpenView("maya")!, (WordedForms.Because, "We quote"));
        await Task.WhenAll(maya.SubmitAsync(asked), maya.SubmitAsync(asked));

        Assert.Equal(Blameful, (await incident.ReadAsync()).WriteUp.Summary);
        Assert.Equal("We quote", Assert.Single(await app.KeptAsync()).Reason);
        Assert.Single((await incident.ReadAsync()).AllChanges, change => change.Part == "summary");
    }
}
