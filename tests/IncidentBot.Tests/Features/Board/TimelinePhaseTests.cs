using IncidentBot.Domain.Incidents;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.Board;

/// <summary>What happened, in what order?</summary>
public sealed class TimelinePhaseTests
{
    [Fact]
    [Trait("Requirement", "R30")]
    [Trait("Requirement", "R48")]
    [Trait("Requirement", "R50")]
    [Trait("Requirement", "R53")]
    public async Task The_board_shows_events_signals_and_the_longest_quiet_period_to_discuss_first()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident signal disk alert at 09:05 missed");
        await app.SettleAsync();
        var meeting = new RunningMeeting(app, incident);
        await meeting.StartAsync("maya", "standard-90");

        await meeting.GoToAsync("Timeline");

        Assert.Contains("What happened, in what order?", meeting.Text, StringComparison.Ordinal);
        Assert.Contains("1 signal, 1 of them missed", meeting.Text, StringComparison.Ordinal);
        Assert.Contains("Talk about the longest quiet period first", meeting.Text, StringComparison.Ordinal);
        Assert.Contains("@maya, please walk everyone through the timeline.", meeting.Text, StringComparison.Ordinal);
        string[] inOrder = ["disk alert", "longest quiet period begins", "declared by", "Incident ended"];
        var places = inOrder.Select(text => meeting.Text.IndexOf(text, StringComparison.Ordinal)).ToList();
        Assert.Equal(places.Order(), places);
        Assert.DoesNotContain(-1, places);
    }

    [Fact]
    public async Task The_whole_timeline_is_on_the_board_with_the_current_entry_highlighted_and_a_long_one_has_pages()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        foreach (var number in Enumerable.Range(1, 20))
        {
            await app.Slack.As("maya").TypeAsync(
                incident.Channel, $"/incident note step {number:00} <&> {new string('&', 390)} at 08:{number + 10}");
        }

        await app.SettleAsync();
        var meeting = new RunningMeeting(app, incident);
        await meeting.StartAsync("maya", "standard-90");
        await meeting.GoToAsync("Timeline");
        Assert.Contains("Entries 1 to 15 of ", meeting.Text, StringComparison.Ordinal);
        Assert.Contains("step 05 <&>", meeting.Text, StringComparison.Ordinal);
        Assert.Single(Highlighted(meeting));

        await meeting.PressAsync("room_walk_on");
        var second = Assert.Single(Highlighted(meeting));
        await meeting.ChooseAsync("Later entries");

        Assert.Contains("Entries 16 to ", meeting.Text, StringComparison.Ordinal);
        Assert.Contains("step 16 <&>", meeting.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("step 05", meeting.Text, StringComparison.Ordinal);
        Assert.NotEqual(second, Assert.Single(Highlighted(meeting)));
        await meeting.ChooseAsync("Earlier entries");
        Assert.Contains("step 05", meeting.Text, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Highlighted(RunningMeeting meeting) =>
        meeting.Text.Split('\n').Where(line => line.StartsWith(":arrow_forward:", StringComparison.Ordinal));

    [Fact]
    [Trait("Requirement", "R131")]
    public async Task The_team_agrees_on_the_timeline_with_time_and_name_and_can_reopen_it()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await RunningMeeting.StartAsync(app);
        await meeting.GoToAsync("Timeline");

        await meeting.PressAsync("room_timeline_agreed");

        Assert.Contains("Timeline agreed at", meeting.Text, StringComparison.Ordinal);
        Assert.Contains("confirmed by @maya", meeting.Text, StringComparison.Ordinal);
        await meeting.PressAsync("room_timeline_not_agreed");
        Assert.Null((await meeting.Incident.ReadAsync()).WriteUp.TimelineAgreedAt);
    }

    [Fact]
    [Trait("Requirement", "R132")]
    public async Task A_timeline_that_says_too_little_is_pointed_out()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await RunningMeeting.StartAsync(app);
        await meeting.Incident.ChangeAsync(
            db => db.Incidents.Single().SetMilestone(Milestone.Change, app.Now.AddDays(-1), new("U1"), app.Now));
        await meeting.GoToAsync("Timeline");

        Assert.Contains(":thinking_face: No entries for change →", meeting.Text, StringComparison.Ordinal);
        Assert.Contains("Only 1 entry from people", meeting.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R74")]
    [Trait("Requirement", "R79")]
    [Trait("Requirement", "R93")]
    public async Task The_meeting_walks_from_entry_to_entry_and_writes_down_what_was_known_then()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident decision wait for the next batch");
        await app.SettleAsync();
        var meeting = new RunningMeeting(app, incident);
        await meeting.StartAsync("maya", "standard-90");
        await meeting.GoToAsync("Timeline");
        while (!Highlighted(meeting).Single().Contains("wait for the next batch", StringComparison.Ordinal))
        {
            await meeting.PressAsync("room_walk_on");
        }

        await meeting.WriteAsync(
            "timeline_known_open",
            ("information_available", "The dashboard was green"),
            ("assumption", "The queue drains by itself"),
            ("learned_how", "A customer wrote"));

        Assert.Contains(
            "Known: The dashboard was green\nAssumed: The queue drains by itself\nFound out via: A customer wrote",
            meeting.Text.Replace("_", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
    }
}
