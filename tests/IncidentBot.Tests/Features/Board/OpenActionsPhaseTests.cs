using IncidentBot.Cards;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Tests.Features.ActionItems;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Features.Board;

/// <summary>What became of the actions from last time?</summary>
public sealed class OpenActionsPhaseTests
{
    [Fact]
    [Trait("Engine", "both")]
    [Trait("Requirement", "R72")]
    [Trait("Requirement", "R83")]
    [Trait("Requirement", "R110")]
    [Trait("Requirement", "R138")]
    public async Task Each_open_action_is_quoted_with_its_incident_and_answered_with_a_button()
    {
        await using var app = await BotApp.StartAsync();
        var earlier = await ResolvedIncident.Sev1(app);
        await earlier.AddActionAsync("ben", "Add circuit breaker");
        var meeting = await SecondMeetingAsync(app);

        Assert.Contains("Incident #1: “Add circuit breaker” — NOT STARTED", meeting.Text, StringComparison.Ordinal);
        await meeting.PressAsync("action_start");
        Assert.Contains("Incident #1: “Add circuit breaker” — IN PROGRESS", meeting.Text, StringComparison.Ordinal);
        await meeting.WriteAsync("action_block", ("reason", "the vendor"));
        Assert.Contains("— IN PROGRESS (blocked on the vendor)", meeting.Text, StringComparison.Ordinal);
        await meeting.PressAsync("action_done");

        Assert.DoesNotContain("Add circuit breaker", meeting.Text, StringComparison.Ordinal);
        Assert.Equal(ActionState.Done, (await app.ReadAsync(db => db.ActionItems.SingleAsync())).State);
    }

    [Fact]
    [Trait("Requirement", "R72")]
    public async Task Finished_actions_and_the_same_gap_twice_say_that_the_analysis_stopped_too_early()
    {
        await using var app = await BotApp.StartAsync();
        foreach (var gap in (string[])["No contract test covers the payment API", "The payment API has no contract test"])
        {
            await HeldWithFinishedActionAsync(app, gap);
        }

        var meeting = await SecondMeetingAsync(app);

        Assert.Contains(
            "The last two post-mortems of checkout-api named the same structural gap, and every action was finished. "
                + "The fixes were not enough: ask one more why this time.",
            meeting.Text,
            StringComparison.Ordinal);
        Assert.Contains("“Add a test” — DONE", meeting.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "D7")]
    public async Task Without_open_actions_there_is_no_phase_for_them_and_those_of_private_incidents_are_on_no_other_board()
    {
        await using var app = await BotApp.StartAsync();
        var hidden = await ResolvedIncident.Private(app);
        await hidden.AddActionAsync("ben", "Rotate the leaked key");

        var meeting = new RunningMeeting(app, await ResolvedIncident.Sev2(app));
        await meeting.StartAsync("maya", "standard-90");

        Assert.Contains("1 of 6, Opening", meeting.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Open actions", meeting.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_action_in_progress_can_be_marked_as_not_started()
    {
        await using var app = await BotApp.StartAsync();
        var earlier = await ResolvedIncident.Sev1(app);
        await earlier.AddActionAsync("ben", "Add circuit breaker");
        var meeting = await SecondMeetingAsync(app);
        await meeting.PressAsync("action_start");

        await meeting.PressAsync("action_reopen");

        Assert.Contains("“Add circuit breaker” — NOT STARTED", meeting.Text, StringComparison.Ordinal);
        Assert.Equal(ActionState.Open, (await ActionScenarios.ItemAsync(app)).State);
    }

    [Fact]
    public async Task The_person_who_runs_the_board_may_change_earlier_actions_only_while_they_are_shown()
    {
        await using var app = await BotApp.StartAsync();
        var earlier = await ResolvedIncident.Sev1(app);
        await earlier.AddActionAsync("ben", "Add circuit breaker");
        var meeting = await MeetingOfCarlosAsync(app);

        await ChooseInListAsync(app, earlier, "In progress");
        Assert.Equal(ActionState.Open, (await ActionScenarios.ItemAsync(app)).State);
        await meeting.GoToAsync("Open actions", "carlos");
        await meeting.PressAsync("action_start", "carlos");
        Assert.Equal(ActionState.InProgress, (await ActionScenarios.ItemAsync(app)).State);
        await meeting.PressAsync("room_next", "carlos");
        await ChooseInListAsync(app, earlier, "Done");

        Assert.Equal(ActionState.InProgress, (await ActionScenarios.ItemAsync(app)).State);
        Assert.Contains("Only the owner", app.Slack.PlainText(app.Slack.OpenView("carlos")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forgotten_board_gives_no_rights_after_a_day()
    {
        await using var app = await BotApp.StartAsync();
        var earlier = await ResolvedIncident.Sev1(app);
        await earlier.AddActionAsync("ben", "Add circuit breaker");
        var meeting = await MeetingOfCarlosAsync(app);
        await meeting.GoToAsync("Open actions", "carlos");

        await app.AdvanceAsync(TimeSpan.FromDays(2));
        await meeting.PressAsync("action_done", "carlos");

        Assert.Equal(ActionState.Open, (await ActionScenarios.ItemAsync(app)).State);
    }

    private static async Task<RunningMeeting> MeetingOfCarlosAsync(BotApp app)
    {
        var meeting = new RunningMeeting(app, await ResolvedIncident.Sev2(app));
        await meeting.StartAsync("carlos", "standard-90");
        return meeting;
    }

    private static async Task ChooseInListAsync(BotApp app, ResolvedIncident incident, string choice)
    {
        var list = await ActionScenarios.OpenListAsync(app, incident.Channel, "carlos");
        await app.Slack.As("carlos").SelectAsync(list, ItemActions.More, choice);
        await app.SettleAsync();
    }

    private static async Task<RunningMeeting> SecondMeetingAsync(BotApp app)
    {
        var incident = await ResolvedIncident.Sev2(app);
        await incident.ChangeAsync(
            db => db.Incidents.Single(each => each.Number == incident.Number).ChangeService("checkout-api", ActionScenarios.Ben, app.Now));
        var meeting = new RunningMeeting(app, incident);
        await meeting.StartAsync("maya", "standard-90");
        await meeting.GoToAsync("Open actions");
        return meeting;
    }

    private static async Task HeldWithFinishedActionAsync(BotApp app, string gap)
    {
        var incident = await ResolvedIncident.Sev1(app);
        await incident.WriteAsync("whys", ("symptom", "Payments failed"), ("gap", gap));
        await app.Slack.As("maya").CloseAsync(app.Slack.OpenView("maya")!, all: true);
        await incident.AddActionAsync("ben", "Add a test");
        await incident.ChangeAsync(db =>
        {
            db.Incidents.Single(each => each.Number == incident.Number).ChangeService("checkout-api", ActionScenarios.Ben, app.Now);
            db.PostMortems.Single(each => each.IncidentNumber == incident.Number).MarkHeld(true, ActionScenarios.Ben, app.Now);
            db.ActionItems.Single(each => each.IncidentNumber == incident.Number)
                .Complete(ActionScenarios.Ben, new ActionItemRights(ActionScenarios.Ben, null), app.Now);
        });
    }
}
