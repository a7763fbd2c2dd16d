using IncidentBot.Sandbox.State;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Failures;

/// <summary>Two people edit the same section of a post-mortem; no one's text is lost unnoticed.</summary>
[Trait("Engine", "both")]
public sealed class TwoWritersTests
{
    [Fact]
    public async Task What_only_the_other_one_changed_is_kept()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var bens = await OpenAsync(app, incident, "ben", "impact");
        var mayas = await OpenAsync(app, incident, "maya", "impact");
        bens = await app.Slack.As("ben").FillAsync(bens, ("users", "1200"), ("text", "Payments were refused"));
        mayas = await app.Slack.As("maya").FillAsync(mayas, ("revenue", "about 12 000 EUR"));

        await app.OvertakeAsync(
            "post_mortems", () => app.Slack.As("maya").SubmitAsync(mayas), () => app.Slack.As("ben").SubmitAsync(bens));

        var impact = (await incident.ReadAsync()).WriteUp.Impact;
        Assert.Equal((1200, "about 12 000 EUR", "Payments were refused"), (impact.UsersAffected, impact.Revenue, impact.Text));
        Assert.Equal(("post_mortem", "post_mortem"), (app.Slack.OpenView("maya")!.CallbackId, app.Slack.OpenView("ben")!.CallbackId));
    }

    [Fact]
    public async Task What_both_changed_is_told_with_its_writer_and_replaced_only_by_pressing_again()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var bens = await OpenAsync(app, incident, "ben", "summary");
        var mayas = await OpenAsync(app, incident, "maya", "summary");
        bens = await app.Slack.As("ben").FillAsync(bens, ("summary", "Ben's account of it."));
        mayas = await app.Slack.As("maya").FillAsync(mayas, ("summary", "Maya's account of it."));

        await app.OvertakeAsync(
            "post_mortems", () => app.Slack.As("maya").SubmitAsync(mayas), () => app.Slack.As("ben").SubmitAsync(bens));

        var told = app.Slack.OpenView("maya")!;
        Assert.Equal(
            "ben changed this field in the meantime. It now says: “Ben's account of it.”. Press the button again to replace it with yours.",
            told.Errors["summary"]);
        Assert.Equal("Ben's account of it.", (await incident.ReadAsync()).WriteUp.Summary);

        app.Time.Advance(TimeSpan.FromSeconds(5));
        var hub = await app.Slack.As("maya").SubmitAsync(told);

        Assert.Equal("post_mortem", hub!.CallbackId);
        Assert.Equal("Maya's account of it.", (await incident.ReadAsync()).WriteUp.Summary);
    }

    [Fact]
    public async Task Whoever_was_told_and_meets_a_third_version_is_told_again_also_after_a_restart()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var mayas = await OpenAsync(app, incident, "maya", "summary");
        mayas = await app.Slack.As("maya").FillAsync(mayas, ("summary", "Maya's account of it."));
        await WriteAsync(app, incident, "ben", "Ben's account of it.");
        mayas = (await app.Slack.As("maya").SubmitAsync(mayas))!;
        await app.RestartAsync();
        await WriteAsync(app, incident, "aiko", "Aiko's account of it.");

        app.Time.Advance(TimeSpan.FromSeconds(5));
        var again = await app.Slack.As("maya").SubmitAsync(mayas);
        Assert.StartsWith("aiko changed this field in the meantime", again!.Errors["summary"], StringComparison.Ordinal);
        await app.RestartAsync();
        app.Time.Advance(TimeSpan.FromSeconds(5));
        await app.Slack.As("maya").SubmitAsync(again);

        Assert.Equal("Maya's account of it.", (await incident.ReadAsync()).WriteUp.Summary);
    }

    [Fact]
    public async Task A_double_click_does_not_replace_what_no_one_has_read()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var mayas = await OpenAsync(app, incident, "maya", "summary");
        mayas = await app.Slack.As("maya").FillAsync(mayas, ("summary", "Maya's account of it."));
        await WriteAsync(app, incident, "ben", "Ben's account of it.");

        await app.OvertakeAsync(
            "post_mortems", () => app.Slack.As("maya").SubmitAsync(mayas), () => app.Slack.As("maya").SubmitAsync(mayas));

        Assert.StartsWith("ben changed this", app.Slack.OpenView("maya")!.Errors["summary"], StringComparison.Ordinal);
        Assert.Equal("Ben's account of it.", (await incident.ReadAsync()).WriteUp.Summary);
    }

    [Fact]
    public async Task The_same_form_twice_is_written_once()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var mayas = await OpenAsync(app, incident, "maya", "went_well");
        mayas = await app.Slack.As("maya").FillAsync(mayas, ("went_well", "- The alert came\n- The rollback was quick"));

        await app.OvertakeAsync(
            "post_mortems", () => app.Slack.As("maya").SubmitAsync(mayas), () => app.Slack.As("maya").SubmitAsync(mayas));

        var postMortem = await incident.ReadAsync();
        Assert.Equal(["The alert came", "The rollback was quick"], postMortem.WriteUp.WentWell);
        Assert.Single(postMortem.AllChanges, change => change.Part == "went_well");
        Assert.Equal("post_mortem", app.Slack.OpenView("maya")!.CallbackId);
    }

    [Fact]
    public async Task Points_that_two_people_add_at_once_are_both_there()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        await incident.WriteAsync("went_well", ("went_well", "The alert came"));
        await app.Slack.As("maya").CloseAsync(app.Slack.OpenView("maya")!, all: true);
        var bens = await OpenAsync(app, incident, "ben", "went_well");
        var mayas = await OpenAsync(app, incident, "maya", "went_well");
        bens = await app.Slack.As("ben").FillAsync(bens, ("went_well", "The alert came\nThe rollback was quick"));
        mayas = await app.Slack.As("maya").FillAsync(mayas, ("went_well", "The alert came early\nSupport knew at once"));

        await app.OvertakeAsync(
            "post_mortems", () => app.Slack.As("maya").SubmitAsync(mayas), () => app.Slack.As("ben").SubmitAsync(bens));

        Assert.Equal(
            ["The alert came early", "Support knew at once", "The rollback was quick"], (await incident.ReadAsync()).WriteUp.WentWell);
    }

    [Fact]
    public async Task Factors_that_two_people_add_at_once_are_both_there()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var bens = await OpenAsync(app, incident, "ben", "factor");
        var mayas = await OpenAsync(app, incident, "maya", "factor");
        bens = await app.Slack.As("ben").FillAsync(bens, ("text", "No alert on traffic"), ("category", "Technical"));
        mayas = await app.Slack.As("maya").FillAsync(mayas, ("text", "The runbook was old"), ("category", "Process"));

        await app.OvertakeAsync(
            "post_mortems", () => app.Slack.As("maya").SubmitAsync(mayas), () => app.Slack.As("ben").SubmitAsync(bens));

        Assert.Equal(
            ["No alert on traffic", "The runbook was old"],
            (await incident.ReadAsync()).WriteUp.Factors.OrderBy(factor => factor.Position).Select(factor => factor.Text));
    }

    [Fact]
    public async Task A_learning_that_someone_removed_while_it_was_edited_is_not_lost()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        await incident.WriteAsync("learning", ("text", "Retries hide outages"));
        await app.Slack.As("maya").CloseAsync(app.Slack.OpenView("maya")!, all: true);
        var id = Assert.Single((await incident.ReadAsync()).WriteUp.Learnings).Id;
        var mayas = await OpenItemAsync(app, incident, "maya", "learning", id);
        mayas = await app.Slack.As("maya").FillAsync(mayas, ("text", "Retries hide outages from the alerts"));
        var list = await OpenAsync(app, incident, "ben", "learning");
        Task Remove() => app.Slack.As("ben").ClickAsync(list, "post_mortem_item_remove", $"1:learning:{id}");

        await app.OvertakeAsync("post_mortems", () => app.Slack.As("maya").SubmitAsync(mayas), Remove);

        Assert.Equal(
            "ben removed this item. Press Save again to restore it as shown here.", app.Slack.OpenView("maya")!.Errors["text"]);
        Assert.Empty((await incident.ReadAsync()).WriteUp.Learnings);

        app.Time.Advance(TimeSpan.FromSeconds(5));
        await app.Slack.As("maya").SubmitAsync(app.Slack.OpenView("maya")!);
        Assert.Equal("Retries hide outages from the alerts", Assert.Single((await incident.ReadAsync()).WriteUp.Learnings).Text);
    }

    [Fact]
    public async Task Whys_that_two_people_write_at_once_are_both_there()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var bens = await OpenAsync(app, incident, "ben", "whys");
        var mayas = await OpenAsync(app, incident, "maya", "whys");
        bens = await app.Slack.As("ben").FillAsync(bens, ("why_1", "An old field was sent"), ("why_2", "Nothing checks the contract"));
        mayas = await app.Slack.As("maya").FillAsync(mayas, ("symptom", "Payments failed"), ("gap", "No contract test covers the API"));

        await app.OvertakeAsync(
            "post_mortems", () => app.Slack.As("maya").SubmitAsync(mayas), () => app.Slack.As("ben").SubmitAsync(bens));

        var chain = (await incident.ReadAsync()).WriteUp.WhyChain;
        Assert.Equal(["An old field was sent", "Nothing checks the contract"], chain.Whys);
        Assert.Equal(("Payments failed", "No contract test covers the API"), (chain.StartSymptom, chain.StructuralGap));
    }

    private static async Task<View> OpenAsync(BotApp app, ResolvedIncident incident, string person, string section)
    {
        await app.Slack.As(person).ClickAsync(
            await incident.OpenOverviewAsync(person), "post_mortem_section_open", $"{incident.Number}:{section}");
        return app.Slack.OpenView(person)!;
    }

    private static async Task<View> OpenItemAsync(BotApp app, ResolvedIncident incident, string person, string section, Guid id)
    {
        await app.Slack.As(person).ClickAsync(
            await OpenAsync(app, incident, person, section), "post_mortem_item_open", $"{incident.Number}:{section}:{id}");
        return app.Slack.OpenView(person)!;
    }

    private static async Task WriteAsync(BotApp app, ResolvedIncident incident, string person, string summary)
    {
        var form = await OpenAsync(app, incident, person, "summary");
        await app.Slack.As(person).SubmitAsync(await app.Slack.As(person).FillAsync(form, ("summary", summary)));
    }
}
