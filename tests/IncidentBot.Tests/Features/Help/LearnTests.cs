using IncidentBot.Cards;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.Help;

/// <summary>What a post-mortem is for, and where to read on.</summary>
public sealed class LearnTests
{
    [Fact]
    public async Task The_home_tab_leads_to_what_has_a_command_only_and_a_press_there_joins_the_pool()
    {
        await using var app = await BotApp.StartAsync();
        var ben = app.Slack.As("ben");
        await ben.OpenHomeAsync();
        await app.SettleAsync();

        foreach (var (typed, shown) in new[]
        {
            ("learn", "Every incident is a gift"),
            ("actions overdue", "Overdue action items"),
            ("facilitate", "No one is in the facilitator pool"),
        })
        {
            await ben.ClickAsync(app.Slack.HomeOf("ben")!, CardActions.RunCommand, typed);
            Assert.Contains(shown, app.Slack.PlainText(app.Slack.OpenView("ben")!), StringComparison.Ordinal);
            if (typed != "facilitate")
            {
                await ben.CloseAsync(app.Slack.OpenView("ben")!);
            }
        }

        await ben.ClickAsync(app.Slack.OpenView("ben")!, "facilitator_pool_join");

        Assert.Contains("You're in the facilitator pool", app.Slack.PlainText(app.Slack.OpenView("ben")!), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Engine", "both")]
    [Trait("Requirement", "R14")]
    [Trait("Requirement", "R23")]
    [Trait("Requirement", "R136")]
    public async Task Learn_says_what_a_post_mortem_is_not_and_links_practices_and_what_to_read()
    {
        await using var app = await BotApp.StartAsync();

        await app.Slack.As("ben").TypeAsync("general", "/incident learn");

        var told = ShownMessages.LatestEphemeral(app, "ben");
        Assert.Contains("A post-mortem is not a retrospective.", told, StringComparison.Ordinal);
        string[] works =
        [
            "Allspaw, Blameless PostMortems and a Just Culture", "Site Reliability Engineering, chapter 15",
            "Kerth, the Prime Directive", "Dekker, The Field Guide", "aviation and medicine",
        ];
        Assert.All(works, work => Assert.Contains(work, told, StringComparison.Ordinal));
        string[] practices = ["Psychological safety", "Transparent artefacts", "Team health checks"];
        Assert.All(practices, practice => Assert.Contains(practice, told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Learn_with_more_words_is_a_title()
    {
        await using var app = await BotApp.StartAsync();

        await app.Slack.As("ben").TypeAsync("general", "/incident learn page is down");

        Assert.Equal(
            "learn page is down",
            app.Slack.OpenView("ben")!.Values.Single(value => value.Key.BlockId == "title").Value.GetProperty("value").GetString());
    }
}
