using IncidentBot.Domain.Severities;
using IncidentBot.Features.Meetings;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Features.Meetings;

public sealed class InvitationTextTests
{
    [Fact]
    [Trait("Engine", "both")]
    [Trait("Requirement", "R40")]
    [Trait("Requirement", "R41")]
    public async Task The_invitation_says_that_it_is_about_learning_and_shares_agenda_and_artefacts()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        await incident.WriteAsync("artefacts", ("logs", "https://logs.example.com/1"), ("metrics", "none"));

        var message = await incident.ScheduleAsync(app, "2026-03-04T13:00:00Z", ("duration", "90"));

        var told = ShownMessages.TextOf(app, message);
        Assert.Contains(
            "Agenda: Standard, 90 minutes: Set the room 5 · Open actions 10 · Timeline 20 · 5 Whys 25 · Contributing factors 10 · "
                + "Actions 15 · Close 5",
            told,
            StringComparison.Ordinal);
        Assert.Contains("Please look at:\nLogs", told, StringComparison.Ordinal);
        Assert.Contains("The meeting is about learning, not blame", told, StringComparison.Ordinal);
        var inCalendar = Scheduling.EntryUnder(app, message).Description;
        Assert.Contains("Logs: https://logs.example.com/1", inCalendar, StringComparison.Ordinal);
        Assert.Contains("Agenda: Standard, 90 minutes: Set the room 5", inCalendar, StringComparison.Ordinal);
        Assert.StartsWith(
            "We want to understand how the system allowed this. The meeting is about learning, not blame",
            inCalendar,
            StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R40")]
    public async Task The_longest_links_fit_into_overview_and_invitation()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var link = $"https://example.com/?{string.Concat(Enumerable.Repeat("key=value&", 47))}";

        await incident.WriteAsync(
            "artefacts", ("logs", link), ("metrics", link), ("communications", link), ("deployments", link), ("alerts", link));
        var message = await incident.ScheduleAsync(app, "2026-03-04T13:00:00Z", ("link", link), ("board", link));

        Assert.Contains("Alert history", ShownMessages.TextOf(app, message), StringComparison.Ordinal);
        Assert.Contains("Alert history", ShownMessages.TextOf(app, await incident.OpenOverviewAsync()), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R40")]
    public async Task As_long_as_the_agenda_takes_is_booked_and_that_agenda_is_announced_and_offered()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);

        var told = ShownMessages.TextOf(app, await incident.ScheduleAsync(app, "2026-03-04T13:00:00Z"));

        Assert.Equal(TimeSpan.FromMinutes(90), (await incident.ReadAsync()).Meeting.Duration);
        Assert.Contains("Agenda: Standard, 90 minutes", told, StringComparison.Ordinal);
        Assert.Equal("standard-90", await OfferedAsync(app, incident));
    }

    [Fact]
    [Trait("Requirement", "R40")]
    public async Task A_length_that_was_chosen_is_kept_and_an_agenda_that_fits_into_it_is_announced_and_offered()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        await incident.ScheduleAsync(app, "2026-03-04T13:00:00Z", ("duration", "60"));

        var told = ShownMessages.TextOf(app, await incident.ScheduleAsync(app, "2026-03-04T14:00:00Z"));

        Assert.Equal(TimeSpan.FromMinutes(60), (await incident.ReadAsync()).Meeting.Duration);
        Assert.Contains("Agenda: Classic, 60 minutes", told, StringComparison.Ordinal);
        Assert.Equal("classic-60", await OfferedAsync(app, incident));
    }

    [Theory]
    [InlineData(null, Severity.Sev2, 90)]
    [InlineData(null, Severity.Sev3, 30)]
    [InlineData(45, Severity.Sev1, 45)]
    public void A_length_that_is_set_holds_for_every_severity(int? minutes, Severity severity, int expected) =>
        Assert.Equal(expected, new MeetingOptions { DurationMinutes = minutes }.DurationFor(severity).TotalMinutes);

    [Fact]
    [Trait("Requirement", "R37")]
    public async Task The_draft_timeline_is_shared_for_review_before_the_meeting()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);

        var message = await incident.ScheduleAsync(app, "2026-03-04T13:00:00Z");

        await app.Slack.As("ben").JoinAsync(incident.Channel);
        await app.Slack.As("ben").ClickAsync(message, "timeline_review_open");
        Assert.Contains(
            "Please read the timeline beforehand and add what you saw.", ShownMessages.TextOf(app, message), StringComparison.Ordinal);
        Assert.Equal("Incident 1 timeline", app.Slack.OpenView("ben")?.Title);
    }

    [Fact]
    [Trait("Requirement", "R39")]
    public async Task Where_to_meet_and_which_board_stand_in_message_and_calendar_and_must_be_addresses()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var maya = app.Slack.As("maya");

        var refused = await maya.SubmitAsync(await maya.FillAsync(await incident.OpenScheduleAsync(app), ("board", "the big one")));
        await maya.CloseAsync(refused!, all: true);
        var message = await incident.ScheduleAsync(
            app, "2026-03-04T13:00:00Z", ("link", "https://meet.example.com/1"), ("board", "https://board.example.com/1"));

        Assert.Equal("Enter a full web address, such as https://board.example.com/abc.", refused!.Errors["board"]);
        Assert.Contains("Where: https://meet.example.com/1", ShownMessages.TextOf(app, message), StringComparison.Ordinal);
        Assert.Contains("Board: https://board.example.com/1", ShownMessages.TextOf(app, message), StringComparison.Ordinal);
        Assert.Contains("Board: https://board.example.com/1", Scheduling.EntryUnder(app, message).Description, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R21")]
    public async Task A_moved_meeting_moves_in_every_calendar_because_it_stays_the_same_event()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);

        var first = Scheduling.EntryUnder(app, await incident.ScheduleAsync(app, "2026-03-04T13:00:00Z"));
        var moved = Scheduling.EntryUnder(app, await incident.ScheduleAsync(app, "2026-03-05T07:30:00Z"));

        Assert.Equal((0, new DateTime(2026, 3, 4, 13, 0, 0, DateTimeKind.Utc)), (first.Sequence, first.DtStart!.AsUtc));
        Assert.Equal((1, new DateTime(2026, 3, 5, 7, 30, 0, DateTimeKind.Utc)), (moved.Sequence, moved.DtStart!.AsUtc));
        Assert.Equal(first.Uid, moved.Uid);
    }

    [Fact]
    [Trait("Requirement", "R20")]
    public async Task While_the_incident_is_open_again_nothing_is_arranged_and_a_sentence_says_so()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var maya = app.Slack.As("maya");
        var form = await incident.OpenScheduleAsync(app);
        await app.Slack.As("ben").JoinAsync(incident.Channel);
        await app.Slack.As("ben").TypeAsync(incident.Channel, "/incident reopen The errors are back");
        await app.SettleAsync();

        var refused = await maya.SubmitAsync(form);
        await maya.CloseAsync(refused!, all: true);
        await maya.TypeAsync(incident.Channel, "/incident pm schedule");

        Assert.Contains(
            "The post-mortem is on hold until the incident is resolved",
            ShownMessages.TextsIn(app, incident.Channel)[^1],
            StringComparison.Ordinal);
        Assert.Contains(
            "Incident 1 is open again. Resolve it before the post-mortem", refused!.Errors["proposal"], StringComparison.Ordinal);
        Assert.Contains(
            "Incident 1 is open again. Resolve it before the post-mortem",
            ShownMessages.LatestEphemeral(app, "maya"),
            StringComparison.Ordinal);
        Assert.Null((await incident.ReadAsync()).Meeting.Start);
    }

    [Fact]
    [Trait("Requirement", "R30")]
    public async Task Whoever_led_drafts_the_timeline_and_presents_it()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Contains(ShownMessages.TextsIn(app, incident.Channel), text => text.Contains(
            "2.  Check the timeline while memories are fresh. @maya drafts it and presents it in the meeting", StringComparison.Ordinal));
        Assert.Contains(Scheduling.DmsTo(app, "maya"), text => text.Contains(
            "@maya, please draft the timeline", StringComparison.Ordinal));
    }

    /// <summary>The agenda with which the meeting begins when whoever starts it changes nothing.</summary>
    private static async Task<string> OfferedAsync(BotApp app, ResolvedIncident incident)
    {
        var maya = app.Slack.As("maya");
        await maya.TypeAsync(incident.Channel, "/incident pm start");
        await maya.SubmitAsync(app.Slack.OpenView("maya")!);
        return await app.ReadAsync(db => db.Boards.Select(board => board.ProfileKey).SingleAsync());
    }
}
