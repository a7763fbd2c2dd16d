using System.Globalization;
using IncidentBot.Browser.Tests.Driving;
using IncidentBot.Browser.Tests.Phrases;
using IncidentBot.Browser.Tests.Stories;
using IncidentBot.Sandbox.State;
using IncidentBot.Sandbox.Stories;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IncidentBot.Browser.Tests;

/// <summary>Follows the steps of whole incidents in a real browser, from the declaration to the closed action item.</summary>
public sealed class IncidentStoryTests(ITestOutputHelper output)
{
    /// <summary>What the tour may take someone who reads every word of it.</summary>
    private static readonly TimeSpan MostOfATour = TimeSpan.FromMinutes(9.5);

    [Theory]
    [InlineData("desktop")]
    [InlineData("phone")]
    public Task The_tour_in_the_README_can_be_followed_and_ticks_itself(string screen) =>
        PlayAsync(
            $"tour-{screen}",
            StoryFile.Read("README.md", "An eight-minute tour"),
            Screen.Named(screen),
            AssertUsableAsync,
            new PersonsTime());

    [Fact]
    public Task A_SEV2_has_a_week() =>
        PlayAsync("sev2", StoryFile.Read("tests/IncidentBot.Browser.Tests/sev2-and-its-week.md", "A SEV2 has a week"));

    [Fact]
    [Trait("Requirement", "R43")]
    public Task Five_people_hold_the_standard_meeting() =>
        PlayAsync("standard", StoryFile.Read("tests/IncidentBot.Browser.Tests/standard-meeting.md", "The standard meeting"));

    [Fact]
    [Trait("Requirement", "R18")]
    public Task A_small_incident_takes_the_lite_meeting() =>
        PlayAsync("lite", StoryFile.Read("tests/IncidentBot.Browser.Tests/lite-meeting.md", "The lite meeting"));

    [Fact]
    [Trait("Requirement", "R31")]
    public Task A_team_that_cannot_meet_does_it_in_writing() =>
        PlayAsync("in-writing", StoryFile.Read("tests/IncidentBot.Browser.Tests/meeting-in-writing.md", "The meeting in writing"));

    [Fact]
    public Task A_newcomer_can_make_Slack_fail() => PlayAsync("failures", StoryFile.Read("README.md", "When Slack fails"));

    /// <summary>
    /// Whoever follows the tour sees it ticked, goes back and forth with the browser, and needs neither a mouse nor sharp eyes.
    /// </summary>
    private static async Task AssertUsableAsync(Stage stage)
    {
        var page = stage.Page;
        await Expect(page.GetByTestId("tour-panel").GetByRole(AriaRole.Heading)).ToHaveTextAsync("Tour: done");
        await Accessibility.AssertAsync(page, "direct messages");
        await OpenPlace.OpenAsync(stage, "IncidentBot home");
        await Expect(page.GetByTestId("home").GetByText("action items").First).ToBeVisibleAsync();
        await Accessibility.AssertAsync(page, "home");
        await page.GoBackAsync();
        await Expect(page.GetByTestId("tab-messages")).ToHaveAttributeAsync("aria-selected", "true");

        await SwitchPerson.ToAsync(stage, "Maya");
        await OpenPlace.OpenAsync(stage, "#inc-1-…");
        await page.GetByTestId("composer").FillAsync("Not sent yet");
        await page.GetByTestId("bookmarks").GetByText("Status card").ClickAsync();
        await Expect(page.GetByText("Pinned by IncidentBot")).ToBeInViewportAsync();
        await Accessibility.AssertAsync(page, "the incident's channel");
        await stage.Button("Timeline").ClickAsync();
        await Expect(page.GetByTestId("modal")).ToBeVisibleAsync();
        await Accessibility.AssertAsync(page, "a modal");
        for (var key = 0; key < 5; key++)
        {
            await page.Keyboard.PressAsync("Tab");
            Assert.False(await page.EvaluateAsync<bool>("() => !!document.activeElement.closest('.app')"), "The focus left the modal.");
        }

        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByTestId("modal")).ToBeHiddenAsync();
        await OpenPlace.OpenAsync(stage, "#general");
        await OpenPlace.OpenAsync(stage, "#inc-1-…");
        await Expect(page.GetByTestId("composer")).ToHaveValueAsync("Not sent yet");
        await Expect(page.GetByTestId("send")).ToBeInViewportAsync();
        await stage.Screenshots.TakeAsync("usable");
    }

    private async Task PlayAsync(
        string name, IReadOnlyList<StoryStep> steps, Screen? screen = null, Func<Stage, Task>? assert = null, PersonsTime? time = null)
    {
        Assert.NotEmpty(steps);

        await using var demo = await OpenDemo.StartAsync(screen);
        var stage = screen is null
            ? new Stage(demo.App, demo.Page, name)
            : new Stage(demo.App, demo.Page, name) { BetweenKeys = Stage.HumanPause };
        await (time?.SkipAsync(stage) ?? Task.CompletedTask);
        await new Player(stage, output) { Time = time }.PlayAsync(steps);
        if (time is not null)
        {
            output.WriteLine(time.ToString());
            Assert.True(time.Total < MostOfATour, time.ToString());
        }

        if (assert is not null)
        {
            await assert(stage);
        }

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
