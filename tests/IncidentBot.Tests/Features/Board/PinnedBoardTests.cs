using IncidentBot.Sandbox.Failures;
using IncidentBot.Sandbox.State;
using IncidentBot.Tests.Features.Channels;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Features.Board;

/// <summary>The board of a running meeting is easy to find, however much is written below it.</summary>
public sealed class PinnedBoardTests
{
    private const string Title = "Meeting board";

    [Fact]
    [Trait("Engine", "both")]
    public async Task While_the_meeting_runs_its_board_is_pinned_and_bookmarked_and_afterwards_neither()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await RunningMeeting.StartAsync(app, "lite-30");
        Assert.NotNull(meeting.Board.Pin);
        Assert.EndsWith(LinkTo(meeting.Board), Bookmark(app, meeting)?.Link, StringComparison.Ordinal);
        await app.Slack.As("ben").ClickAsync(ShownMessages.IncidentCard(app, meeting.Incident.Channel), "room_show");
        await app.SettleAsync();
        Assert.Equal(meeting.Board.Ts, app.Slack.MessagesIn(meeting.Incident.Channel)[^1].Ts);
        await app.Slack.As("ben").TypeAsync(meeting.Incident.Channel, "/incident where");
        Assert.Contains("[Show the board]", ShownMessages.LatestEphemeral(app, "ben"), StringComparison.Ordinal);

        await meeting.GoToAsync("Close");
        await meeting.PressAsync("room_finish");
        Assert.Null(meeting.Board.Pin);
        Assert.Null(Bookmark(app, meeting));
        Assert.DoesNotContain(
            "[Show the board]",
            ShownMessages.TextOf(app, ShownMessages.IncidentCard(app, meeting.Incident.Channel)),
            StringComparison.Ordinal);
        await meeting.PressAsync("room_resume");
        Assert.NotNull(meeting.Board.Pin);
        await app.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.Null(meeting.Board.Pin);
        Assert.Null(Bookmark(app, meeting));
        Assert.Equal(1, app.Slack.MessagesIn(meeting.Incident.Channel).Count(message => message.Pin is not null));
        await meeting.PressAsync("room_extend");
        Assert.NotNull(meeting.Board.Pin);
        Assert.NotNull(Bookmark(app, meeting));
        Assert.Empty(await app.ReadAsync(db => db.TimelineEntries.ToListAsync()));
    }

    [Fact]
    public async Task Notices_go_into_the_boards_thread_and_lead_back_to_a_board_posted_again_below()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await RunningMeeting.StartAsync(app);
        var first = meeting.Board;
        await meeting.PressAsync("room_blame", "ben");
        await app.AdvanceInStepsAsync(TimeSpan.FromMinutes(6), TimeSpan.FromMinutes(1));
        await app.Slack.As("ben").TypeAsync(meeting.Incident.Channel, "The rollback took two minutes");

        Assert.Contains(
            app.Slack.ThreadOf(first),
            reply => ShownMessages.TextOf(app, reply).Contains("blame is creeping in", StringComparison.Ordinal));
        var timeIsUp = Assert.Single(
            app.Slack.ThreadOf(first),
            reply => ShownMessages.TextOf(app, reply).Contains("@maya, time for Opening is up", StringComparison.Ordinal));
        await app.Slack.As("ben").ClickAsync(timeIsUp, "room_show");
        await app.Slack.As("aiko").ClickAsync(timeIsUp, "room_show");
        await app.SettleAsync();

        var last = meeting.Board;
        Assert.Equal(last.Ts, app.Slack.MessagesIn(meeting.Incident.Channel).Max(message => message.Ts));
        Assert.NotNull(last.Pin);
        Assert.EndsWith(LinkTo(last), Bookmark(app, meeting)?.Link, StringComparison.Ordinal);
        var old = app.Slack.MessagesIn(meeting.Incident.Channel).Single(message => message.Ts == first.Ts);
        Assert.Null(old.Pin);
        Assert.Empty(Buttons.Of(old));
        Assert.Contains(LinkTo(last), old.Blocks.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("The board is now at the end of the incident's channel.", ShownMessages.LatestEphemeral(app, "ben"));
    }

    [Fact]
    public async Task The_command_that_starts_the_meeting_shows_its_board_again()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident meeting");
        Assert.Equal("room_begin", app.Slack.OpenView("maya")!.CallbackId);
        await app.Slack.As("maya").SubmitAsync(app.Slack.OpenView("maya")!);
        await app.SettleAsync();
        var meeting = new RunningMeeting(app, incident);
        var first = meeting.Board;

        await app.Slack.As("ben").TypeAsync(incident.Channel, "/incident meeting");
        await app.SettleAsync();

        Assert.NotEqual(first.Ts, meeting.Board.Ts);
        await meeting.PressAsync("room_next");
        Assert.Contains("2 of ", meeting.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("too_many_pins")]
    [InlineData("restricted_action")]
    public async Task A_meeting_goes_on_without_a_pin_that_Slack_refuses(string error)
    {
        await using var app = await BotApp.StartAsync();
        app.ExpectLogs();
        var incident = await ResolvedIncident.Sev1(app);
        app.Slack.CallFailures.Always("pins.add", new CallFailure(CallFailureKind.Error) { Code = error });
        var meeting = new RunningMeeting(app, incident);

        await meeting.StartAsync("maya", "standard-90");
        await meeting.PressAsync("room_next");

        Assert.Null(meeting.Board.Pin);
        Assert.Contains("2 of ", meeting.Text, StringComparison.Ordinal);
        Assert.NotNull(Bookmark(app, meeting));
    }

    [Fact]
    public async Task In_a_borrowed_channel_the_pins_and_bookmarks_of_others_stay()
    {
        await using var app = await BotApp.StartAsync();
        var channel = app.Slack.Channels.Named("payments");
        var theirs = (await app.Slack.As("ben").TypeAsync("payments", "Read this first")).Message!;
        await app.Slack.As("ben").PinAsync(theirs);
        app.Slack.Bookmarks.Add(new Bookmark("Bk1", channel.Id, Title, "https://wiki.example.com", null, app.Now));
        var incident = await Borrowing.DeclareInAsync(app, "payments");
        await Scenarios.Resolve(app, incident);
        var meeting = new RunningMeeting(app, new ResolvedIncident(app, incident));
        await meeting.StartAsync("maya", "lite-30");
        await meeting.GoToAsync("Close");
        await meeting.PressAsync("room_finish");

        Assert.NotNull(app.Slack.MessagesIn("payments").Single(message => message.Ts == theirs.Ts).Pin);
        Assert.Equal("https://wiki.example.com", Assert.Single(app.Slack.Bookmarks.In(channel.Id)).Link);
        Assert.Null(meeting.Board.Pin);
    }

    private static Bookmark? Bookmark(BotApp app, RunningMeeting meeting) =>
        app.Slack.Bookmarks.In(app.Slack.Channels.Named(meeting.Incident.Channel).Id).SingleOrDefault(bookmark => bookmark.Title == Title);

    private static string LinkTo(Message message) => "p" + message.Ts.Replace(".", "", StringComparison.Ordinal);
}
