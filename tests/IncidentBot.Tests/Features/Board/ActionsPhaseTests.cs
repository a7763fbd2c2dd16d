using IncidentBot.Cards;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Tests.Features.ActionItems;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Features.Board;

/// <summary>Which two or three things will we change?</summary>
public sealed class ActionsPhaseTests
{
    [Fact]
    [Trait("Engine", "both")]
    [Trait("Requirement", "R65")]
    [Trait("Requirement", "R81")]
    [Trait("Requirement", "D23")]
    public async Task Everyone_adds_ideas_and_the_votes_rank_them_with_the_effort_beside_each()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await WithIdeasAsync(app);

        await VoteAsync(app, meeting, "maya", "Page on an empty queue");
        await VoteAsync(app, meeting, "ben", "Page on an empty queue", "Write the runbook");

        Assert.Contains("Which of these would most have reduced the chance of this incident?", meeting.Text, StringComparison.Ordinal);
        Assert.Contains("1. Page on an empty queue  _2 votes, small effort_\n", meeting.Text, StringComparison.Ordinal);
        Assert.Contains("2. Write the runbook  _1 vote_\n", meeting.Text, StringComparison.Ordinal);
        Assert.Contains("3. Split the service  _0 votes, large effort_", meeting.Text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R65")]
    public async Task A_fourth_vote_is_not_possible_and_new_votes_replace_the_old_ones()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await WithIdeasAsync(app);
        await meeting.WriteAsync("idea_add", ("text", "Alert on the queue's age"));
        await app.Slack.As("ben").ClickAsync(meeting.Board, "idea_vote");
        Assert.Contains("\"max_selected_items\":3", app.Slack.OpenView("ben")!.Blocks.GetRawText(), StringComparison.Ordinal);
        await VoteAsync(app, meeting, "ben", "Page on an empty queue", "Write the runbook", "Split the service");
        await VoteAsync(app, meeting, "ben", "Split the service");

        Assert.Contains("1. Split the service  _1 vote, large effort_", meeting.Text, StringComparison.Ordinal);
        Assert.Equal(1, await app.ReadAsync(async db => (await db.ActionIdeas.ToListAsync()).Sum(idea => idea.Voters.Count)));
    }

    [Fact]
    public async Task Two_people_who_vote_at_once_both_count()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await WithIdeasAsync(app);
        var forms = new Dictionary<string, Sandbox.State.View>();
        foreach (var person in (string[])["maya", "ben"])
        {
            await app.Slack.As(person).ClickAsync(meeting.Board, "idea_vote");
            forms[person] = await app.Slack.As(person).FillAsync(app.Slack.OpenView(person)!, ("ideas", "Split the service"));
        }

        await app.OvertakeAsync(
            "action_ideas", () => app.Slack.As("maya").SubmitAsync(forms["maya"]), () => app.Slack.As("ben").SubmitAsync(forms["ben"]));

        Assert.Contains("1. Split the service  _2 votes, large effort_", meeting.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R64")]
    [Trait("Requirement", "R66")]
    [Trait("Requirement", "R67")]
    public async Task The_best_ideas_become_actions_with_an_owner_and_a_due_date_and_the_rest_are_parked_with_their_rank()
    {
        await using var app = await BotApp.StartAsync(("ActionItems:MaxPerPostMortem", "1"));
        var meeting = await WithIdeasAsync(app);
        await VoteAsync(app, meeting, "maya", "Page on an empty queue");
        Assert.Equal(1, Buttons.Of(meeting.Board).Count(label => label == ItemActions.PromoteLabel));
        Assert.Contains(" reached. The ideas below are kept.", meeting.Text, StringComparison.Ordinal);

        await meeting.WriteAsync(
            "action_promote", ("owner", "ben"), ("due", "2026-03-20"), ("metric", "The next empty queue pages within a minute"));
        await meeting.PressAsync("idea_park_rest");

        Assert.Contains("Which two or three things will we change?", meeting.Text, StringComparison.Ordinal);
        Assert.Contains(
            "1 of at most 1 actions\n:dart: Page on an empty queue · @ben · Fri 20 Mar 2026", meeting.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(ItemActions.PromoteLabel, Buttons.Of(meeting.Board));
        var parked = await app.ReadAsync(
            db => db.ActionIdeas.Where(idea => idea.State == IdeaState.Parked).OrderBy(idea => idea.Rank).ToListAsync());
        Assert.Equal(
            [(1, ParkReason.OverBudget), (2, ParkReason.OverBudget)], parked.Select(idea => (idea.Rank!.Value, idea.ParkedBecause!.Value)));
    }

    [Fact]
    [Trait("Requirement", "R67")]
    [Trait("Requirement", "D13")]
    [Trait("Requirement", "D14")]
    public async Task The_form_offers_the_end_of_the_next_sprint_as_a_real_day()
    {
        await using var app = await BotApp.StartAsync(("ActionItems:SprintStart", "2026-03-02"), ("ActionItems:SprintDays", "14"));
        var meeting = await WithIdeasAsync(app);

        await meeting.WriteAsync("action_promote", ("owner", "ben"), ("metric", "It pages"), ("team", "Payments"));

        Assert.Equal(new DateOnly(2026, 3, 27), (await app.ReadAsync(db => db.ActionItems.SingleAsync())).DueDate);
        Assert.Contains("@ben with team Payments", app.Slack.PlainText(meeting.Board), StringComparison.Ordinal);
        var ben = app.Slack.As("ben");
        await app.AdvanceAsync(TimeSpan.FromDays(14));
        await ben.ClickAsync(await ActionScenarios.OpenListAsync(app, meeting.Incident.Channel, "ben"), "action_date");
        await ben.SubmitAsync(await ben.FillAsync(app.Slack.OpenView("ben")!, ("reason", "The library ships later")));

        Assert.Equal(new DateOnly(2026, 4, 10), (await app.ReadAsync(db => db.ActionItems.SingleAsync())).DueDate);
    }

    [Fact]
    [Trait("Requirement", "R68")]
    public async Task A_vague_idea_is_added_with_a_hint_and_can_be_reworded()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await RunningMeeting.StartAsync(app, "lite-30");
        await meeting.GoToAsync("Action");

        await meeting.WriteAsync("idea_add", ("text", "Be more careful with releases"));
        var hint = app.Slack.OpenView("maya")!;
        Assert.Contains("1. Be more careful with releases", meeting.Text, StringComparison.Ordinal);
        Assert.Contains("For example:", app.Slack.PlainText(hint), StringComparison.Ordinal);
        var maya = app.Slack.As("maya");
        await maya.SubmitAsync(await maya.FillAsync(hint, ("text", "Compare settings before every release")));
        await app.SettleAsync();

        Assert.Null(app.Slack.OpenView("maya"));
        Assert.Equal("Compare settings before every release", (await app.ReadAsync(db => db.ActionIdeas.SingleAsync())).Text);
    }

    [Fact]
    [Trait("Requirement", "R88")]
    public async Task Before_the_meeting_has_asked_why_an_action_is_only_an_idea()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await RunningMeeting.StartAsync(app);

        var maya = app.Slack.As("maya");
        await maya.TypeAsync(meeting.Incident.Channel, "/incident action Add a test @ben by friday");
        await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("metric", "It fails when the contract breaks")));
        await app.SettleAsync();

        Assert.Empty(await app.ReadAsync(db => db.ActionItems.ToListAsync()));
        Assert.Equal("Add a test", (await app.ReadAsync(db => db.ActionIdeas.SingleAsync())).Text);
    }

    private static async Task<RunningMeeting> WithIdeasAsync(BotApp app)
    {
        var meeting = await RunningMeeting.StartAsync(app, "lite-30");
        await meeting.GoToAsync("Action");
        await meeting.WriteAsync("idea_add", ("text", "Split the service"), ("effort", "Large"));
        await meeting.WriteAsync("idea_add", ("text", "Write the runbook"));
        await meeting.WriteAsync("idea_add", ("text", "Page on an empty queue"), ("effort", "Small"));
        return meeting;
    }

    private static async Task VoteAsync(BotApp app, RunningMeeting meeting, string person, params string[] ideas)
    {
        var actor = app.Slack.As(person);
        await actor.ClickAsync(meeting.Board, "idea_vote");
        await actor.SubmitAsync(await actor.FillAsync(app.Slack.OpenView(person)!, ("ideas", string.Join(',', ideas))));
        await app.SettleAsync();
    }
}
