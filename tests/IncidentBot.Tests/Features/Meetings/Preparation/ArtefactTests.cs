using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.Meetings.Preparation;

public sealed class ArtefactTests
{
    [Fact]
    [Trait("Requirement", "R36")]
    public async Task The_overview_lists_each_artefact_as_open_linked_or_none()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var before = ShownMessages.TextOf(app, await incident.OpenOverviewAsync());

        var overview = await incident.WriteAsync("artefacts", ("logs", "https://logs.example.com/1"), ("alerts", "None"));

        Assert.Equal(
            [
                ":white_small_square: Logs", ":white_small_square: Metrics and dashboards",
                ":white_small_square: Communications", ":white_small_square: Deployment records",
                ":white_small_square: Alert history",
            ],
            Lines(before));
        Assert.Equal(
            [
                ":white_check_mark: Logs", ":white_small_square: Metrics and dashboards",
                ":white_small_square: Communications", ":white_small_square: Deployment records",
                ":white_check_mark: Alert history: none",
            ],
            Lines(ShownMessages.TextOf(app, overview!)));
    }

    [Fact]
    [Trait("Requirement", "R36")]
    public async Task An_artefact_that_is_neither_a_link_nor_none_is_refused_under_its_field()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);

        var refused = await incident.WriteAsync("artefacts", ("logs", "ask ben"));

        Assert.Equal("Enter a full web address, such as https://logs.example.com/1, or the word none.", refused!.Errors["logs"]);
        Assert.Empty((await incident.ReadAsync()).Meeting.Artefacts);
    }

    [Fact]
    [Trait("Requirement", "R35")]
    public async Task A_day_before_the_meeting_the_reminder_names_what_is_missing()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev2(app);
        await incident.WriteAsync(
            "artefacts", ("logs", "https://logs.example.com/1"), ("metrics", "https://metrics.example.com/1"), ("communications", "none"));
        await incident.ScheduleAsync(app, "2026-03-06T13:00:00Z", ("can_commit", "lena"));
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        await app.AdvanceAsync(new DateTimeOffset(2026, 3, 5, 12, 59, 0, TimeSpan.Zero) - app.Now);
        Assert.DoesNotContain(
            Scheduling.DmsTo(app, "maya"), text => text.Contains("Please spend five minutes on the timeline", StringComparison.Ordinal));
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        var reminder = Assert.Single(
            Scheduling.DmsTo(app, "maya"), text => text.Contains("Please spend five minutes on the timeline", StringComparison.Ordinal));
        Assert.Contains(
            "Still to gather: deployment records, alert history. Still missing: who diagnosed it, the facilitator.",
            reminder,
            StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R35")]
    [Trait("Requirement", "D24")]
    public async Task For_a_meeting_within_a_day_the_reminder_comes_at_once_and_names_what_is_missing()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);

        await incident.ScheduleAsync(app, "2026-03-04T07:00:00Z");
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Contains(Scheduling.DmsTo(app, "maya"), text => text.Contains("is on", StringComparison.Ordinal)
            && text.Contains(
                "Still to gather: logs, metrics and dashboards, communications, deployment records, alert history.",
                StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Requirement", "R35")]
    [Trait("Requirement", "R36")]
    public async Task The_first_reminder_after_the_resolve_asks_for_artefacts()
    {
        await using var app = await BotApp.StartAsync();
        await ResolvedIncident.Sev1(app);

        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Contains(
            Scheduling.DmsTo(app, "maya"),
            text => text.Contains("Schedule it while everyone remembers", StringComparison.Ordinal)
                && text.Contains(
                    "Still to gather: logs, metrics and dashboards, communications, deployment records, alert history.",
                    StringComparison.Ordinal));
    }

    private static IEnumerable<string> Lines(string overview) =>
        overview.Split('\n').SkipWhile(line => line != "Artefacts").Skip(1).Take(5);
}
