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
    [Trait("Requirement", "R40")]
    [Trait("Requirement", "R41")]
    public async Task The_invitation_shows_the_purpose_the_agenda_and_the_artefacts()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        await incident.WriteAsync("artefacts", ("logs", "https://logs.example.com/1"), ("metrics", "none"));

        var message = await incident.ScheduleAsync(app, "2026-03-04T13:00:00Z", ("duration", "90"));

        var invitation = ShownMessages.TextOf(app, message);
        Assert.Contains(
            "Agenda: Standard, 90 minutes: Opening 5 · Open actions 10 · Timeline 20 · 5 Whys 25 · Contributing factors 10 · "
                + "Actions 15 · Close 5",
            invitation,
            StringComparison.Ordinal);
        Assert.Contains("Please look at:\nLogs", invitation, StringComparison.Ordinal);
        Assert.Contains("The meeting is about learning, not blame", invitation, StringComparison.Ordinal);
        var inCalendar = Scheduling.EntryUnder(app, message).Description;
        Assert.Contains("Logs: https://logs.example.com/1", inCalendar, StringComparison.Ordinal);
        Assert.Contains("Agenda: Standard, 90 minutes: Opening 5", inCalendar, StringComparison.Ordinal);
        Assert.StartsWith(
            "We want to understand how the system allowed this. The meeting is about learning, not blame",
            inCalendar,
            StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R40")]
    public async Task The_longest_links_fit_into_the_overview_and_the_invitation()
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
    public async Task The_meeting_is_as_long_as_its_agenda_which_is_announced_and_preselected()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);

        var invitation = ShownMessages.TextOf(app, await incident.ScheduleAsync(app, "2026-03-04T13:00:00Z"));

        Assert.Equal(TimeSpan.FromMinutes(90), (await incident.ReadAsync()).Meeting.Duration);
        Assert.Contains("Agenda: Standard, 90 minutes", invitation, StringComparison.Ordinal);
        Assert.Equal("standard-90", await PreselectedAgendaAsync(app, incident));
    }

    [Fact]
    [Trait("Requirement", "R40")]
    public async Task A_chosen_length_is_kept_and_an_agenda_that_fits_is_announced_and_preselected()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        await incident.ScheduleAsync(app, "2026-03-04T13:00:00Z", ("duration", "60"));

        var invitation = ShownMessages.TextOf(app, await incident.ScheduleAsync(app, "2026-03-04T14:00:00Z"));

        Assert.Equal(TimeSpan.FromMinutes(60), (await incident.ReadAsync()).Meeting.Duration);
        Assert.Contains("Agenda: Classic, 60 minutes", invitation, StringComparison.Ordinal);
        Assert.Equal("classic-60", await PreselectedAgendaAsync(app, incident));
    }

    [Theory]
    [InlineData(null, Severity.Sev2, 90)]
    [InlineData(null, Severity.Sev3, 30)]
    [InlineData(45, Severity.Sev1, 45)]
    public void A_configured_length_applies_to_every_severity(int? minutes, Severity severity, int expected) =>
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
    public async Task Meeting_and_whiteboard_links_must_be_web_addresses_and_are_in_the_message_and_the_calendar()
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
        Assert.Contains("Whiteboard: https://board.example.com/1", ShownMessages.TextOf(app, message), StringComparison.Ordinal);
        Assert.Contains(
            "Whiteboard: https://board.example.com/1", Scheduling.EntryUnder(app, message).Description, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R21")]
    public async Task A_moved_meeting_stays_the_same_calendar_event()
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
    public async Task While_the_incident_is_open_again_no_meeting_can_be_scheduled()
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
    public async Task The_lead_is_asked_to_draft_and_present_the_timeline()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Contains(ShownMessages.TextsIn(app, incident.Channel), text => text.Contains(
            "2.  Check the timeline while memories are fresh. @maya drafts it and presents it in the meeting", StringComparison.Ordinal));
        Assert.Contains(Scheduling.DmsTo(app, "maya"), text => text.Contains(
            "@maya, please draft the timeline", StringComparison.Ordinal));
    }

    /// <summary>The agenda of a meeting that Maya starts without changing the preselected one.</summary>
    private static async Task<string> PreselectedAgendaAsync(BotApp app, ResolvedIncident incident)
    {
        var maya = app.Slack.As("maya");
        await maya.TypeAsync(incident.Channel, "/incident pm start");
        await maya.SubmitAsync(app.Slack.OpenView("maya")!);
        return await app.ReadAsync(db => db.Boards.Select(board => board.ProfileKey).SingleAsync());
    }
}
