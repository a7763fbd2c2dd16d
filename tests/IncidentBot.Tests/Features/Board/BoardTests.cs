using IncidentBot.Domain.Board;
using IncidentBot.Domain.Meetings;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.Board;

/// <summary>The facilitator runs the meeting from one message.</summary>
public sealed class BoardTests
{
    [Fact]
    [Trait("Requirement", "R43")]
    public async Task Starting_shows_the_first_phase_with_its_question_and_counts_as_held()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await RunningMeeting.StartAsync(app);

        Assert.NotNull((await meeting.Incident.ReadAsync()).Meeting.HeldAt);
        Assert.Contains("1 of 6, Opening · until", meeting.Text, StringComparison.Ordinal);
        Assert.Contains("Can we all start from the Prime Directive?", meeting.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R44")]
    public async Task The_prime_directive_is_quoted_word_for_word_with_its_author_and_year()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await RunningMeeting.StartAsync(app);

        Assert.Contains(
            "Regardless of what we discover, we understand and truly believe that everyone did the best job they could, given what "
                + "they knew at the time, "
            + "their skills and abilities, the resources available, and the situation at hand.\n> _Norm Kerth, 2001_",
            meeting.Text,
            StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R45")]
    public async Task No_one_is_asked_to_agree_and_the_directive_can_be_posted_again()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await RunningMeeting.StartAsync(app);

        Assert.DoesNotContain("agree", string.Join(' ', Buttons.Of(meeting.Board)), StringComparison.OrdinalIgnoreCase);
        await meeting.PressAsync("room_directive");

        Assert.Single(
            ShownMessages.TextsIn(app, meeting.Incident.Channel),
            text => text.StartsWith("> Regardless of what we discover", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Requirement", "R46")]
    [Trait("Requirement", "R47")]
    public async Task The_board_says_what_the_meeting_produces_and_that_anyone_may_call_out_blame()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await RunningMeeting.StartAsync(app);

        Assert.Contains(
            $"We leave with {PhaseGuide.Deliverables}.",
            meeting.Text,
            StringComparison.Ordinal);
        Assert.Contains(
            PhaseGuide.CallOut,
            meeting.Text,
            StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R73")]
    [Trait("Requirement", "R78")]
    public async Task The_opening_shows_the_purpose_and_the_agenda()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await RunningMeeting.StartAsync(app, "classic-60");

        Assert.Contains(
            PhaseGuide.Opening,
            meeting.Text,
            StringComparison.Ordinal);
        Assert.Contains("Agenda: Opening 5 · Timeline 20 · Root cause 15 · Actions 15 · Close 5", meeting.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R47")]
    [Trait("Requirement", "R70")]
    public async Task Raising_blame_is_anonymous_and_the_board_leads_back_to_the_system()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await RunningMeeting.StartAsync(app);
        var before = ShownMessages.TextsIn(app, meeting.Incident.Channel).Count;

        await meeting.PressAsync("room_blame", "ben");
        await meeting.PressAsync("room_blame", "ben");

        var said = Assert.Single(ShownMessages.TextsIn(app, meeting.Incident.Channel).Skip(before));
        Assert.Contains("Someone feels that blame is creeping in.", said, StringComparison.Ordinal);
        Assert.Contains(PhaseGuide.Redirect, meeting.Text, StringComparison.Ordinal);
        var ben = app.Slack.As("ben").User.Id;
        Assert.DoesNotContain("ben", meeting.Text + said, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(ben, string.Join(' ', (await meeting.Incident.ReadAsync()).History), StringComparison.Ordinal);
        var stored = await app.ReadAsync(db => StoredText.OfBoardAsync(db, meeting.Incident.Number));
        Assert.DoesNotContain(ben, stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_phases_follow_each_other_and_two_presses_on_one_card_are_one_step()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await RunningMeeting.StartAsync(app);
        var first = meeting.Board;

        await app.Slack.As("maya").ClickAsync(first, "room_next", "1:0");
        await app.Slack.As("maya").ClickAsync(first, "room_next", "1:0");
        await app.SettleAsync();

        Assert.Contains("2 of 6, Timeline", meeting.Text, StringComparison.Ordinal);
        await meeting.PressAsync("room_back");
        Assert.Contains("1 of 6, Opening", meeting.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_who_press_next_at_once_move_the_board_one_phase()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await RunningMeeting.StartAsync(app);
        await meeting.ChooseAsync("Take over the board", "ben");
        await meeting.Incident.AssignFacilitatorAsync("maya");

        await app.OvertakeAsync(
            "meeting_boards",
            () => app.Slack.As("ben").ClickAsync(meeting.Board, "room_next", "1:0"),
            () => app.Slack.As("maya").ClickAsync(meeting.Board, "room_next", "1:0"));
        await app.SettleAsync();

        Assert.Contains("2 of 6, Timeline", meeting.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Someone_who_does_not_run_the_board_is_told_who_does_and_can_take_over()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await RunningMeeting.StartAsync(app);

        await meeting.PressAsync("room_next", "ben");

        Assert.Equal(
            "@maya runs this meeting. Take over to move the board yourself.",
            ShownMessages.LatestEphemeral(app, "ben").Split('\n')[0]);
        await meeting.ChooseAsync("Change agenda");
        await app.Slack.As("ben").ClickAsync(app.Slack.EphemeralsFor("ben")[^1], "room_wheel");
        var late = await app.Slack.As("maya").SubmitAsync(
            await app.Slack.As("maya").FillAsync(app.Slack.OpenView("maya")!, ("agenda", "lite-30")));
        Assert.Contains("Someone else runs this meeting", Assert.Single(late!.Errors).Value, StringComparison.Ordinal);
        await meeting.PressAsync("room_next", "ben");
        Assert.Contains("2 of 6, Timeline", meeting.Text, StringComparison.Ordinal);
        Assert.Contains("Here: @maya, @ben", meeting.Text, StringComparison.Ordinal);
        Assert.Contains("For the facilitator, @ben ·", meeting.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_timer_warns_two_minutes_before_the_end_and_stops_nothing()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await RunningMeeting.StartAsync(app);

        await app.AdvanceAsync(TimeSpan.FromMinutes(3));
        Assert.Contains("two minutes left", meeting.Text, StringComparison.Ordinal);
        await app.AdvanceAsync(TimeSpan.FromMinutes(2));
        Assert.Contains("move on when you're ready", meeting.Text, StringComparison.Ordinal);
        await meeting.PressAsync("room_extend");

        Assert.DoesNotContain("move on when you're ready", meeting.Text, StringComparison.Ordinal);
        await app.AdvanceAsync(TimeSpan.FromMinutes(3));
        Assert.Contains("two minutes left", meeting.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_meeting_the_board_shows_planned_and_real_minutes()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await RunningMeeting.StartAsync(app, "lite-30");
        await app.AdvanceAsync(TimeSpan.FromMinutes(4));
        await meeting.GoToAsync("Close");
        await meeting.PressAsync("room_finish");

        Assert.Contains("Opening: 4 min of 2 min", meeting.Text, StringComparison.Ordinal);
        Assert.Contains("Timeline: 1 min of 8 min", meeting.Text, StringComparison.Ordinal);
        await meeting.PressAsync("room_resume");
        Assert.Contains("5 of 5, Close", meeting.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_agenda_can_be_changed_while_the_meeting_runs()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await RunningMeeting.StartAsync(app);
        await meeting.GoToAsync("Timeline");

        await meeting.ChooseAsync("Change agenda");
        var maya = app.Slack.As("maya");
        await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("agenda", "lite-30")));
        await app.SettleAsync();

        Assert.Contains("2 of 5, Timeline", meeting.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R20")]
    public async Task The_meeting_never_begins_while_the_incident_is_open()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident reopen The errors are back");
        await app.SettleAsync();

        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident pm start");

        Assert.Equal(
            "Incident 1 is open again. Resolve it before the post-mortem.", ShownMessages.LatestEphemeral(app, "maya"));
    }

    [Fact]
    [Trait("Requirement", "R51")]
    public async Task A_why_that_comes_too_early_is_parked_and_counted()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await RunningMeeting.StartAsync(app);
        await meeting.PressAsync("room_park", "ben");
        var ben = app.Slack.As("ben");

        await ben.SubmitAsync(await ben.FillAsync(app.Slack.OpenView("ben")!, ("text", "Why was no one paged on Tuesday?")));
        await app.SettleAsync();

        Assert.Contains("Parking lot (1)", Buttons.Of(meeting.Board));
        await meeting.PressAsync("room_parking_lot", "aiko");
        Assert.Contains("Why was no one paged on Tuesday?", app.Slack.PlainText(app.Slack.OpenView("aiko")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_meeting_is_due_the_channel_gets_one_message_with_the_start_button()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var meetsAt = app.Now.AddHours(2);
        await incident.ChangeAsync(db => Assert.True(
            db.PostMortems.Single()
                .Schedule(new MeetingDetails(meetsAt, TimeSpan.FromMinutes(90), null, []), new("U0MAYA0001"), app.Now).Ok));

        await app.AdvanceAsync(TimeSpan.FromMinutes(119));
        Assert.DoesNotContain(ShownMessages.TextsIn(app, incident.Channel), text => text.StartsWith("It's time", StringComparison.Ordinal));
        await app.AdvanceInStepsAsync(TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(1));

        var call = Assert.Single(
            app.Slack.MessagesIn(incident.Channel),
            message =>
                ShownMessages.TextOf(app, message).StartsWith("It's time for the post-mortem of incident 1.", StringComparison.Ordinal));
        await app.Slack.As("maya").ClickAsync(call, "room_open");
        Assert.Equal("room_begin", app.Slack.OpenView("maya")!.CallbackId);
    }

    [Fact]
    public async Task An_entry_added_during_the_meeting_is_on_the_board()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await RunningMeeting.StartAsync(app);
        await meeting.GoToAsync("Timeline");
        Assert.Contains("0 signals", meeting.Text, StringComparison.Ordinal);

        await app.Slack.As("ben").TypeAsync(meeting.Incident.Channel, "/incident signal the queue alert missed");
        await app.SettleAsync();

        Assert.Contains("1 signal, 1 of them missed", meeting.Text, StringComparison.Ordinal);
    }
}
