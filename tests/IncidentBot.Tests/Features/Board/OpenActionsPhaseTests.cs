using IncidentBot.Domain.ActionItems;
using IncidentBot.Tests.Features.ActionItems;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Features.Board;

/// <summary>What became of what we promised last time?</summary>
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
            await KeptPromiseAsync(app, gap);
        }

        var meeting = await SecondMeetingAsync(app);

        Assert.Contains(
            "The last two post-mortems of checkout-api named the same structural gap and finished every action, yet it happened "
                + "again. Ask one more why this time.",
            meeting.Text,
            StringComparison.Ordinal);
        Assert.Contains("“Add a test” — DONE", meeting.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Actions_of_private_incidents_are_on_no_other_board()
    {
        await using var app = await BotApp.StartAsync();
        var hidden = await ResolvedIncident.Private(app);
        await hidden.AddActionAsync("ben", "Rotate the leaked key");

        var meeting = await SecondMeetingAsync(app);

        Assert.Contains("No open actions from earlier post-mortems.", meeting.Text, StringComparison.Ordinal);
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

    private static async Task KeptPromiseAsync(BotApp app, string gap)
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
