using IncidentBot.Sandbox.State;
using IncidentBot.Tests.Features.ActionItems;
using IncidentBot.Tests.Features.Board;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.FollowUps;

/// <summary>An action did not work, so the structural gap is open again.</summary>
public sealed class ReopenedGapTests
{
    private const string Asks = "from the post-mortem of Incident 1: Checkout is down work?";
    private const string Open =
        "The structural gap is open again: “No contract test covers the payment API”. "
        + "Alert on the queue's age didn't work: Nobody is on call for that queue";

    [Fact]
    [Trait("Engine", "both")]
    [Trait("Requirement", "R120")]
    public async Task An_action_that_did_not_work_reopens_the_gap_in_the_thread_in_dms_and_in_the_overview()
    {
        await using var app = await BotApp.StartAsync();
        var (meeting, question) = await AskedAsync(app);
        var ben = app.Slack.As("ben");

        await ben.ClickAsync(question, "effect_did_not_work");
        var refused = await ben.SubmitAsync(await ben.FillAsync(app.Slack.OpenView("ben")!, ("missing", "@tom does not look")));
        Assert.StartsWith("Leave out @tom. ", refused!.Errors["missing"], StringComparison.Ordinal);
        await ben.SubmitAsync(await ben.FillAsync(refused, ("missing", "Nobody is on call for that queue")));
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Null(app.Slack.OpenView("ben"));
        var reply = Assert.Single(
            app.Slack.ThreadOf(WriteUp(app)), message => meeting.Text(message).Contains("open again", StringComparison.Ordinal));
        Assert.Equal($":warning: {Open}", meeting.Text(reply));
        foreach (var person in (string[])["maya", "lena"])
        {
            var notification = Assert.Single(meeting.Dms(person, "open again"));
            Assert.StartsWith(
                $"Incident 1: Checkout is down\n:warning: {Open}\n"
                + "Revisit the 5 whys, or add another action item.\n[Open post-mortem] [Add action item]",
                meeting.Text(notification),
                StringComparison.Ordinal);
            await app.Slack.As(person).ClickAsync(notification, "action_add_open");
            Assert.Equal("Action item", app.Slack.OpenView(person)!.Title);
            await app.Slack.As(person).CloseAsync(app.Slack.OpenView(person)!, all: true);
        }

        var overview = ShownMessages.TextOf(app, await meeting.Incident.OpenOverviewAsync());
        Assert.Contains(
            "The structural gap is open again\nAlert on the queue's age didn't work: Nobody is on call for that queue",
            overview,
            StringComparison.Ordinal);
        Assert.Contains("did the actions work? 1 didn't work", overview, StringComparison.Ordinal);
        Assert.Contains(
            "ben: it didn't work: Nobody is on call for that queue. The structural gap is open again.",
            meeting.Text(meeting.LastDm("ben", "it didn't work")),
            StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R120")]
    [Trait("Requirement", "R122")]
    public async Task A_repeated_answer_posts_nothing_and_a_different_one_closes_the_gap()
    {
        await using var app = await BotApp.StartAsync();
        var (meeting, question) = await AskedAsync(app);
        await DidNotWorkAsync(app, question);
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        var ben = app.Slack.As("ben");
        await ben.SelectAsync(meeting.LastDm("ben", "it didn't work"), "effect_change", "Achieved");
        await app.SettleAsync();
        Assert.Empty((await meeting.Incident.ReadAsync()).Reviews.ReopenReasons);
        await ben.SelectAsync(meeting.LastDm("ben", "it worked"), "effect_change", "Didn't work");
        await ben.SubmitAsync(await ben.FillAsync(app.Slack.OpenView("ben")!, ("missing", "The alert has no reader")));
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal("The alert has no reader", Assert.Single((await meeting.Incident.ReadAsync()).Reviews.ReopenReasons).Sentence);
        Assert.Single(app.Slack.ThreadOf(WriteUp(app)), message => meeting.Text(message).Contains("open again", StringComparison.Ordinal));
        Assert.Single(meeting.Dms("maya", "open again"));
        Assert.Single(meeting.Dms("lena", "open again"));
    }

    [Fact]
    [Trait("Requirement", "R120")]
    public async Task The_next_meeting_about_the_same_service_shows_the_reopened_gap()
    {
        await using var app = await BotApp.StartAsync();
        var (_, question) = await AskedAsync(app);
        await DidNotWorkAsync(app, question);

        var next = await ResolvedIncident.Sev2(app);
        await next.ChangeAsync(
            db => db.Incidents.Single(each => each.Number == next.Number).ChangeService("checkout-api", ActionScenarios.Maya, app.Now));
        var nextMeeting = new RunningMeeting(app, next);
        await nextMeeting.StartAsync("maya", "standard-90");
        await nextMeeting.GoToAsync("Open actions");

        Assert.Contains(
            ":warning: The structural gap of incident 1 is open again: “No contract test covers the payment API”\n"
            + "Alert on the queue's age didn't work: Nobody is on call for that queue",
            nextMeeting.Text,
            StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R120")]
    public async Task A_private_incidents_reopened_gap_is_posted_only_in_its_channel()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await HeldMeeting.StartAsync(app, isPrivate: true);
        await app.Slack.As("maya").InviteAsync(meeting.Incident.Channel, "ben");
        await app.SettleAsync();
        await meeting.MarkDoneAsync(await meeting.AddAsync("Alert on the queue's age"));
        await app.UntilAsync(4, 2, 8);

        await DidNotWorkAsync(app, meeting.LastDm("ben", Asks));

        Assert.Single(
            app.Slack.MessagesIn(meeting.Incident.Channel), message => meeting.Text(message).Contains(Open, StringComparison.Ordinal));
        Assert.DoesNotContain(
            app.Slack.MessagesIn("incidents"), message => meeting.Text(message).Contains("open again", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Requirement", "R120")]
    public async Task A_form_overtaken_by_another_answer_shows_it_and_saves_when_sent_again()
    {
        await using var app = await BotApp.StartAsync();
        var (meeting, question) = await AskedAsync(app);
        var ben = app.Slack.As("ben");
        await ben.ClickAsync(question, "effect_did_not_work");
        var form = await ben.FillAsync(app.Slack.OpenView("ben")!, ("missing", "Nobody is on call for that queue"));
        await app.Slack.As("tom").ClickAsync(question, "effect_achieved");

        var warning = await ben.SubmitAsync(form);
        Assert.Equal("tom has already answered: done, verified. Press Save again to replace that answer.", warning!.Errors["missing"]);
        Assert.Empty((await meeting.Incident.ReadAsync()).Reviews.ReopenReasons);
        app.Time.Advance(TimeSpan.FromSeconds(5));
        await ben.SubmitAsync(warning);

        Assert.Single((await meeting.Incident.ReadAsync()).Reviews.ReopenReasons);
    }

    private static async Task<(HeldMeeting Meeting, Message Question)> AskedAsync(BotApp app)
    {
        var meeting = await HeldMeeting.StartAsync(app);
        await meeting.MarkDoneAsync(await meeting.AddAsync("Alert on the queue's age"));
        await meeting.PublishAsync();
        await meeting.Incident.ChangeAsync(db =>
            db.ActionItems.Single(item => item.Text.StartsWith("Cover")).Drop(
                "Not needed", ActionScenarios.Maya, new(ActionScenarios.Maya, null), app.Now));
        await app.UntilAsync(4, 2, 8);
        return (meeting, meeting.LastDm("ben", Asks));
    }

    private static async Task DidNotWorkAsync(BotApp app, Message question)
    {
        var ben = app.Slack.As("ben");
        await ben.ClickAsync(question, "effect_did_not_work");
        await ben.SubmitAsync(await ben.FillAsync(app.Slack.OpenView("ben")!, ("missing", "Nobody is on call for that queue")));
        await app.SettleAsync();
    }

    private static Message WriteUp(BotApp app) =>
        app.Slack.MessagesIn("incidents").Single(
            message => app.Slack.PlainText(message).StartsWith("Post-mortem: Checkout is down", StringComparison.Ordinal));
}
