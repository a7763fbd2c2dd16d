using System.Globalization;
using IncidentBot.Browser.Tests.Driving;
using IncidentBot.Browser.Tests.Stories;
using IncidentBot.Sandbox.State;

namespace IncidentBot.Browser.Tests;

/// <summary>Follows the steps of whole incidents in a real browser, from the declaration to the closed action item.</summary>
public sealed class IncidentStoryTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("desktop")]
    [InlineData("phone")]
    public Task The_tour_in_the_README_can_be_followed(string screen) =>
        PlayAsync($"tour-{screen}", Story.Read("README.md", "A seven-minute tour"), Screen.Named(screen));

    [Fact]
    public Task A_SEV2_has_a_week() =>
        PlayAsync("sev2", Story.Read("tests/IncidentBot.Browser.Tests/sev2-and-its-week.md", "A SEV2 has a week"));

    [Fact]
    [Trait("Requirement", "R43")]
    public Task Five_people_hold_the_standard_meeting() =>
        PlayAsync("standard", Story.Read("tests/IncidentBot.Browser.Tests/standard-meeting.md", "The standard meeting"));

    [Fact]
    [Trait("Requirement", "R18")]
    public Task A_small_incident_takes_the_lite_meeting() =>
        PlayAsync("lite", Story.Read("tests/IncidentBot.Browser.Tests/lite-meeting.md", "The lite meeting"));

    [Fact]
    [Trait("Requirement", "R31")]
    public Task A_team_that_cannot_meet_does_it_in_writing() =>
        PlayAsync("in-writing", Story.Read("tests/IncidentBot.Browser.Tests/meeting-in-writing.md", "The meeting in writing"));

    [Fact]
    public Task A_newcomer_can_make_Slack_fail() => PlayAsync("failures", Story.Read("README.md", "When Slack fails"));

    private async Task PlayAsync(string name, IReadOnlyList<StoryStep> steps, Screen? screen = null)
    {
        Assert.NotEmpty(steps);

        await using var demo = await OpenDemo.StartAsync(screen);
        var stage = new Stage(demo.App, demo.Page, name);
        await new Player(stage, output).PlayAsync(steps);

        Report(demo.Workspace.Calls.Deliveries);
    }

    /// <summary>How fast Slack was answered, the first request included.</summary>
    private void Report(IReadOnlyList<BotDelivery> deliveries)
    {
        List<BotDelivery> sorted = [.. deliveries.OrderBy(delivery => delivery.Took)];
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{sorted.Count} requests acknowledged: p50 {sorted[sorted.Count / 2].Took.TotalMilliseconds:0} ms, "
            + $"maximum {sorted[^1].Took.TotalMilliseconds:0} ms ({sorted[^1].Kind} {sorted[^1].Name})"));
        Assert.All(sorted, delivery => Assert.True(delivery.Acknowledged, delivery.ToString()));
    }
}
