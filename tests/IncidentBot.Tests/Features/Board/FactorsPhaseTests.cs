using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.Board;

/// <summary>What made it worse, harder to notice or harder to fix?</summary>
public sealed class FactorsPhaseTests
{
    [Fact]
    [Trait("Requirement", "R62")]
    [Trait("Requirement", "R98")]
    public async Task A_factor_shows_its_category_and_its_effect()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await RunningMeeting.StartAsync(app);
        await meeting.GoToAsync("Contributing factors");
        Assert.Contains("What made it worse, harder to notice or harder to fix?", meeting.Text, StringComparison.Ordinal);

        await meeting.WriteAsync(
            "post_mortem_item_new",
            "1:factor",
            ("text", "The alert looked at errors only"),
            ("category", "Technical"),
            ("effect", "Detection"));

        Assert.Contains("• The alert looked at errors only  _Technical, Made it harder to notice_", meeting.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R63")]
    public async Task A_reasonable_assumption_is_a_factor()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await RunningMeeting.StartAsync(app);
        await meeting.GoToAsync("Contributing factors");

        await meeting.WriteAsync(
            "post_mortem_item_new",
            "1:factor",
            ("text", "The queue was assumed to drain overnight"),
            ("category", "Process"),
            ("assumption", "yes"));

        Assert.Contains("_Process, a reasonable assumption_", meeting.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R75")]
    public async Task The_systems_analysis_of_the_structured_agenda_looks_through_five_lenses()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await RunningMeeting.StartAsync(app, "structured");
        await meeting.GoToAsync("Systems analysis");
        var seen = new List<string>();
        for (var lens = 0; lens < 5; lens++)
        {
            seen.Add(meeting.Text.Split('\n').Single(line => line.StartsWith(":bulb: ", StringComparison.Ordinal)));
            await meeting.PressAsync("room_prompt");
        }

        Assert.Equal(
            [
                ":bulb: Conditions: what had to be true for this to happen?",
                ":bulb: Decisions: what information would have changed them?",
                ":bulb: Communication: how did news travel, and where did it stop?",
                ":bulb: Tools and processes: what could have prevented it?",
                ":bulb: Environment: which pressures and limits were at play?",
            ],
            seen);
    }
}
