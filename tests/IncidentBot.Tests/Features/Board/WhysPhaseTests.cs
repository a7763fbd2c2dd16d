using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.Board;

/// <summary>Why did the system allow this? Chains from different symptoms, side by side.</summary>
public sealed class WhysPhaseTests
{
    [Fact]
    [Trait("Requirement", "R54")]
    [Trait("Requirement", "R56")]
    [Trait("Requirement", "R57")]
    public async Task A_chain_is_written_downwards_from_the_first_symptom_to_the_structural_gap()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await RunningMeeting.StartAsync(app);
        await meeting.GoToAsync("5 Whys");
        Assert.Contains("Why did the system allow this?", meeting.Text, StringComparison.Ordinal);

        await meeting.WriteAsync(
            "post_mortem_section_open",
            ("symptom", "Payments failed"),
            ("why_1", "The client sent an old field"),
            ("why_2", "Nothing checks the contract"),
            ("gap", "No contract test covers the API"));

        Assert.Contains(
            "Payments failed\n→ The client sent an old field\n→ Nothing checks the contract\n:dart: No contract test covers the API",
            meeting.Text,
            StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R59")]
    public async Task Fewer_than_three_whys_give_a_warning_and_are_kept()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await RunningMeeting.StartAsync(app);
        await meeting.GoToAsync("5 Whys");
        await meeting.WriteAsync("post_mortem_section_open", ("symptom", "Payments failed"), ("why_1", "a"), ("why_2", "b"));

        Assert.Contains(
            "Three to seven whys are usual; chain 1 has 2 whys. Ask one more than feels comfortable.",
            meeting.Text,
            StringComparison.Ordinal);
        await meeting.WriteAsync("post_mortem_section_open", ("why_3", "c"));
        Assert.DoesNotContain("Three to seven whys are usual", meeting.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R58")]
    [Trait("Requirement", "R60")]
    public async Task Each_gap_has_checks_for_true_with_any_author_and_fixable_by_engineering()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await RunningMeeting.StartAsync(app);
        await meeting.GoToAsync("5 Whys");
        await meeting.WriteAsync(
            "post_mortem_section_open", ("symptom", "Payments failed"), ("gap", "No contract test"), ("checks", "anyone"));

        Assert.Contains(
            ":white_check_mark: true no matter who shipped it · fixable by engineering?", meeting.Text, StringComparison.Ordinal);
        await meeting.WriteAsync("post_mortem_section_open", ("checks", "engineering"));
        await meeting.WriteAsync("post_mortem_section_open", ("gap", "No contract test covers the API"));
        Assert.Contains(
            "true no matter who shipped it? · :white_check_mark: fixable by engineering", meeting.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R80")]
    public async Task Human_error_is_questioned_and_ends_no_chain()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await RunningMeeting.StartAsync(app, "classic-60");
        await meeting.GoToAsync("Root cause");

        await meeting.WriteAsync("post_mortem_section_open", ("symptom", "Payments failed"), ("why_1", "Human error during the failover"));

        Assert.Contains(
            "ends the analysis where it should begin",
            app.Slack.PlainText(app.Slack.OpenView("maya")!),
            StringComparison.Ordinal);
        Assert.Empty((await meeting.Incident.ReadAsync()).WriteUp.WhyChains);
    }

    [Fact]
    [Trait("Requirement", "R55")]
    public async Task A_second_chain_from_another_symptom_stands_beside_the_first_and_its_gap_can_be_chosen()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await RunningMeeting.StartAsync(app);
        await meeting.GoToAsync("5 Whys");
        await meeting.WriteAsync("post_mortem_section_open", ("symptom", "Payments failed"), ("gap", "No contract test"));
        await meeting.WriteAsync("post_mortem_item_new", ("symptom", "Nobody was paged"), ("gap", "Alerts look at errors only"));

        Assert.Contains("Chain 2", meeting.Text, StringComparison.Ordinal);
        var second = (await meeting.Incident.ReadAsync()).WriteUp.WhyChains[1];
        await meeting.PressAsync("post_mortem_section_open");
        await app.Slack.As("maya").ClickAsync(app.Slack.OpenView("maya")!, "post_mortem_gap_choose", $"1:whys:{second.Id}");
        await app.SettleAsync();

        Assert.Equal("Alerts look at errors only", (await meeting.Incident.ReadAsync()).WriteUp.WhyChain.StructuralGap);
        Assert.Contains("Chain 1\nNobody was paged", meeting.Text.Replace("_", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_who_begin_the_whys_at_once_write_one_chain()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await RunningMeeting.StartAsync(app);
        await meeting.GoToAsync("5 Whys");
        var (maya, ben) = (app.Slack.As("maya"), app.Slack.As("ben"));
        await maya.ClickAsync(meeting.Board, "post_mortem_section_open");
        await ben.ClickAsync(meeting.Board, "post_mortem_section_open");
        var mayas = await maya.FillAsync(app.Slack.OpenView("maya")!, ("symptom", "Payments failed"));
        var bens = await ben.FillAsync(app.Slack.OpenView("ben")!, ("gap", "No contract test"));

        await app.OvertakeAsync("post_mortems", () => maya.SubmitAsync(mayas), () => ben.SubmitAsync(bens));

        var chain = Assert.Single((await meeting.Incident.ReadAsync()).WriteUp.WhyChains);
        Assert.Equal(("Payments failed", "No contract test"), (chain.StartSymptom, chain.StructuralGap));
    }
}
