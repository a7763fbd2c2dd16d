using IncidentBot.Cards;
using IncidentBot.Domain.FollowUps;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.FollowUps;

/// <summary>The dates of the follow-up reviews, and when no review is sent.</summary>
public sealed class ReviewDatesTests
{
    private static readonly FollowUp[] Chosen =
    [
        new(FollowUpKind.Progress, new(2026, 3, 24)),
        new(FollowUpKind.Effectiveness, new(2026, 4, 10)),
        new(FollowUpKind.RecurrenceCheck, new(2026, 5, 15)),
    ];

    [Fact]
    [Trait("Requirement", "R140")]
    [Trait("Requirement", "D18")]
    public async Task Dates_are_filled_in_when_a_meeting_without_a_board_is_marked_as_held()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);

        await app.Slack.As("maya").ClickAsync(await incident.OpenOverviewAsync(), "post_mortem_held");

        Assert.Contains(
            "Follow-up reviews\nThu 2 Apr 2026: did the actions work?\nFri 15 May 2026: has it happened again?",
            ShownMessages.TextOf(app, app.Slack.OpenView("maya")!),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_recurrence_check_the_overview_accepts_only_happened_again()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var maya = app.Slack.As("maya");
        await maya.ClickAsync(await incident.OpenOverviewAsync(), "post_mortem_held");
        await app.UntilAsync(5, 14, 16);
        await app.Slack.As("aiko").TypeAsync(incident.Channel, "/incident pm");
        Assert.Contains(
            FollowUpActions.Label(FollowUpActions.NotBack),
            ShownMessages.TextOf(app, app.Slack.OpenView("aiko")!), // In Tokyo, the day has begun.
            StringComparison.Ordinal);
        Assert.DoesNotContain(
            FollowUpActions.Label(FollowUpActions.NotBack),
            ShownMessages.TextOf(app, await incident.OpenOverviewAsync()),
            StringComparison.Ordinal);

        await maya.ClickAsync(app.Slack.OpenView("maya")!, FollowUpActions.CameBack);
        await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("sentence", "The pool was too small again")));
        await app.SettleAsync();
        Assert.Contains(
            "it happened again: The pool was too small again",
            ShownMessages.TextOf(app, app.Slack.OpenView("maya")!),
            StringComparison.Ordinal);

        Assert.Equal("The pool was too small again", Assert.Single((await incident.ReadAsync()).Reviews.RecurrenceAnswers).Sentence);
    }

    [Fact]
    public async Task On_the_day_of_the_recurrence_check_the_overview_asks_whether_it_happened_again()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        await app.Slack.As("maya").ClickAsync(await incident.OpenOverviewAsync(), "post_mortem_held");

        await app.UntilAsync(5, 15, 12);

        await app.Slack.As("maya").ClickAsync(await incident.OpenOverviewAsync(), FollowUpActions.NotBack);
        await app.SettleAsync();
        Assert.Single((await incident.ReadAsync()).Reviews.RecurrenceAnswers);
    }

    [Fact]
    [Trait("Requirement", "R140")]
    public async Task Without_a_meeting_dates_are_filled_in_when_the_write_up_is_published()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        await incident.CompleteAsync();

        await app.Slack.As("maya").ClickAsync(app.Slack.OpenView("maya")!, "post_mortem_publish");

        var reviews = (await incident.ReadAsync()).Reviews;
        Assert.Equal([new(2026, 4, 2), new DateOnly(2026, 5, 15)], reviews.FollowUps.Select(review => review.On));
    }

    [Fact]
    [Trait("Requirement", "R119")]
    [Trait("Requirement", "R122")]
    public async Task The_lead_and_the_facilitator_get_one_progress_review()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await HeldMeeting.StartAsync(app);
        await meeting.ChooseDatesAsync(Chosen);
        var done = await meeting.AddAsync("Cover the payment API with a contract test");
        var open = await meeting.AddAsync("Alert on the queue's age");
        await meeting.MarkDoneAsync(done);

        await app.UntilAsync(3, 24, 7, 59);
        Assert.Empty(meeting.Dms("maya", "from the post-mortem of"));
        await app.UntilAsync(3, 24, 9);
        await app.RestartAsync();
        await app.AdvanceAsync(TimeSpan.FromHours(1));

        foreach (var person in (string[])["maya", "lena"])
        {
            Assert.Contains(
                """
                1 of 2 action items from the post-mortem of Incident 1: Checkout is down is still open. Does anyone need help?
                Alert on the queue's age
                Incident 1 · @ben · with @tom · :warning: 7 days overdue (due Tue 17 Mar 2026) · not started
                [Open]
                Cover the payment API with a contract test
                Incident 1 · @ben · with @tom · due Tue 17 Mar 2026 · :white_check_mark: done, not verified yet
                What have you learned since? What should change in how we handle incidents?
                [Open post-mortem]
                """,
                meeting.Text(Assert.Single(meeting.Dms(person, "of 2 action items from the post-mortem"))),
                StringComparison.Ordinal);
        }

        await app.Slack.As("lena").ClickAsync(
            meeting.LastDm("lena", "of 2 action items from the post-mortem"), "action_edit", open.ToString("N"));
        Assert.Equal("action_edit", app.Slack.OpenView("lena")!.CallbackId);
        Assert.Contains(open.ToString("N"), app.Slack.OpenView("lena")!.PrivateMetadata, StringComparison.Ordinal);
        await NoteAsync(app, meeting);
    }

    private static async Task NoteAsync(BotApp app, HeldMeeting meeting)
    {
        const string review = "of 2 action items from the post-mortem";
        var lena = app.Slack.As("lena");
        await lena.CloseAsync(app.Slack.OpenView("lena")!);
        await lena.ClickAsync(meeting.LastDm("lena", review), "review_note_open");
        var form = app.Slack.OpenView("lena")!;
        var empty = await lena.SubmitAsync(form);
        var filled = await lena.FillAsync(form, ("insight", "The queue also fills up after imports"), ("process", "Invite the data team"));
        await lena.SubmitAsync(filled);
        await app.SettleAsync();

        Assert.Equal("insight", Assert.Single(empty!.Errors).Key);
        Assert.Contains(
            "• Learned since: The queue also fills up after imports\n• Our process: Invite the data team\n[Open post-mortem]",
            meeting.Text(meeting.LastDm("maya", review)),
            StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "D18")]
    public async Task A_progress_review_close_to_the_effectiveness_review_is_sent_on_the_same_day()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await HeldMeeting.StartAsync(app);
        await meeting.MarkDoneAsync(await meeting.AddAsync("Cover the payment API with a contract test"));
        await meeting.AddAsync("Alert on the queue's age", owner: "maya");

        await app.UntilAsync(4, 1, 9);
        Assert.Empty(meeting.Dms("lena", "from the post-mortem of"));
        await app.UntilAsync(4, 2, 9);

        Assert.Contains(
            "1 of 2 action items from the post-mortem of",
            meeting.Text(meeting.LastDm("lena", "from the post-mortem of")),
            StringComparison.Ordinal);
        Assert.Single(meeting.Dms("ben", "from the post-mortem of Incident 1: Checkout is down work?"));
        Assert.Empty(meeting.Dms("maya", "from the post-mortem of")); // The only open item is maya's own; she gets the owner's reminders.
    }

    [Fact]
    [Trait("Requirement", "R119")]
    public async Task When_all_actions_are_closed_the_progress_review_only_asks_what_was_learned_since()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await HeldMeeting.StartAsync(app);
        await meeting.ChooseDatesAsync(Chosen);
        await meeting.MarkDoneAsync(await meeting.AddAsync("Alert on the queue's age"));

        await app.UntilAsync(3, 24, 10);

        Assert.Contains(
            """
            All action items from the post-mortem of Incident 1: Checkout is down are closed.
            Alert on the queue's age
            """,
            meeting.Text(Assert.Single(meeting.Dms("maya", "from the post-mortem of"))),
            StringComparison.Ordinal);
        Assert.Contains("[Add insight]", meeting.Text(meeting.LastDm("maya", "from the post-mortem of")), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R122")]
    public async Task Of_several_missed_reviews_only_the_newest_is_sent()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await HeldMeeting.StartAsync(app);
        await meeting.ChooseDatesAsync(Chosen);
        await meeting.AddAsync("Alert on the queue's age");

        await app.UntilAsync(5, 18, 9);

        Assert.Single(meeting.Dms("maya", "happened again?"));
        Assert.Empty(meeting.Dms("maya", "The action item from the post-mortem"));
        Assert.Empty(meeting.Dms("ben", "from the post-mortem of Incident 1: Checkout is down work?"));
    }

    [Fact]
    [Trait("Requirement", "R122")]
    public async Task Reviews_wait_while_the_incident_is_reopened()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await HeldMeeting.StartAsync(app);
        await meeting.MarkDoneAsync(await meeting.AddAsync("Alert on the queue's age"));
        await app.Slack.As("maya").TypeAsync(meeting.Incident.Channel, "/incident reopen The errors are back");
        await app.SettleAsync();

        await app.UntilAsync(4, 2, 9);
        Assert.Empty(meeting.Dms("ben", "from the post-mortem of Incident 1: Checkout is down work?"));
        await Scenarios.Resolve(app, new ScenarioIncident(meeting.Incident.Number, meeting.Incident.Channel));
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Single(meeting.Dms("ben", "from the post-mortem of Incident 1: Checkout is down work?"));
    }

    [Fact]
    [Trait("Requirement", "R122")]
    public async Task No_one_is_asked_about_a_cancelled_incident()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await HeldMeeting.StartAsync(app);
        await meeting.MarkDoneAsync(await meeting.AddAsync("Alert on the queue's age"));
        await app.Slack.As("maya").TypeAsync(meeting.Incident.Channel, "/incident reopen Was it one?");
        await app.Slack.As("maya").TypeAsync(meeting.Incident.Channel, "/incident cancel It was a test");
        await app.SettleAsync();

        await app.UntilAsync(4, 2, 9);
        await app.UntilAsync(5, 15, 9);

        Assert.Empty(meeting.Dms("ben", "from the post-mortem of Incident 1: Checkout is down work?"));
        Assert.Empty(meeting.Dms("maya", "happened again?"));
    }
}
