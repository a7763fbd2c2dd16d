using IncidentBot.Domain.ActionItems;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Features.Recurrence;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Features.Trends;

/// <summary>Whether causes come back and how well post-mortems are run, in figures that open the list they count.</summary>
public sealed class TrendsTests
{
    [Fact]
    [Trait("Engine", "both")]
    [Trait("Requirement", "R128")]
    [Trait("Requirement", "R111")]
    public async Task Every_figure_opens_its_list_and_private_incidents_count_without_their_title()
    {
        await using var app = await BotApp.StartAsync();
        await LiveAsync(app);
        await app.Slack.As("ben").TypeAsync("general", "/incident trends");

        var text = Text(app);
        Assert.Contains("Repeat incidents: 2 of 3, too few for a percentage", text, StringComparison.Ordinal);
        Assert.Contains($"Most frequent: {ClassedIncidents.Class} (3)", text, StringComparison.Ordinal);
        Assert.Contains("Mar 2026: 2 of 3 ▰▰▰▰▰▰▰▱▱▱", text, StringComparison.Ordinal);
        Assert.Contains("Oct 2025: none", text, StringComparison.Ordinal);
        Assert.Contains("Actions done: 1 of 3, too few for a percentage", text, StringComparison.Ordinal);
        Assert.Contains("Actions verified: 1 of 1, too few for a percentage", text, StringComparison.Ordinal);
        await ListsAsync(app, "Repeats", "Read", "ActionsDone", "ActionsVerified", "Reopened");
        await app.Slack.As("ben").ClickAsync(app.Slack.OpenView("ben")!, "trends_turn");
        text = Text(app);
        Assert.Contains("Required post-mortems held: 0 of 3", text, StringComparison.Ordinal);
        Assert.Contains("Time to detect: median 10 min (1 measured, too few for more)", text, StringComparison.Ordinal);
        Assert.Contains("Open actions: 2, half of them older than", text, StringComparison.Ordinal);
        await ListsAsync(
            app, "Coverage", "OnTime", "Publishing", "DoneInTime", "OpenActions", "Detecting", "Acknowledging", "Mitigating", "Resolving",
            "Facilitators", "SignOffs");
        await MakeNearMissAsync(app);
    }

    /// <summary>What was caught in time is no repeat, whatever its cause; it is counted apart.</summary>
    private static async Task MakeNearMissAsync(BotApp app)
    {
        var last = await app.ReadAsync(db => db.GapCauses.MaxAsync(cause => cause.IncidentNumber));
        var maya = app.Slack.As("maya");
        await maya.TypeAsync("general", $"/incident edit #{last}");
        await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("kind", "Near miss")));
        await app.Slack.As("ben").CloseAsync(app.Slack.OpenView("ben")!, all: true);
        await app.Slack.As("ben").TypeAsync("general", "/incident trends");

        Assert.Contains("Repeat incidents: 1 of 2", Text(app), StringComparison.Ordinal);
        Assert.Contains("Near misses: 1, counted apart", Text(app), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_period_or_service_is_chosen_and_the_figures_are_shared_once()
    {
        await using var app = await BotApp.StartAsync();
        await LiveAsync(app);
        var ben = app.Slack.As("ben");
        await ben.TypeAsync("incidents", "/incident trends 12m");
        Assert.Contains("last 12 months · all services", Text(app), StringComparison.Ordinal);

        await ben.SelectAsync(app.Slack.OpenView("ben")!, "trends_service", "checkout-api");
        await ben.SelectAsync(app.Slack.OpenView("ben")!, "trends_period", "Last 6 months");

        Assert.Contains("last 6 months · checkout-api", Text(app), StringComparison.Ordinal);
        Assert.Contains("Repeat incidents: 1 of 1", Text(app), StringComparison.Ordinal);
        await ben.ClickAsync(app.Slack.OpenView("ben")!, "trends_share");
        Assert.Contains("Shared in the channel", Text(app), StringComparison.Ordinal);
        await ben.ClickAsync(app.Slack.OpenView("ben")!, "trends_share");
        var shared = Assert.Single(
            ShownMessages.TextsIn(app, "incidents"), message => message.Contains("Do causes come back?", StringComparison.Ordinal));
        Assert.Contains("Shared by @ben", shared, StringComparison.Ordinal);
    }

    /// <summary>A private incident, one of another service, and one whose action worked; all with one cause.</summary>
    private static async Task LiveAsync(BotApp app)
    {
        await ClassedIncidents.AddAsync(app, ResolvedIncident.Private(app));
        await ClassedIncidents.AddAsync(app, ResolvedIncident.Sev2(app));
        var third = await ClassedIncidents.AddAsync(app, ResolvedIncident.Sev1(app));
        await third.ChangeAsync(db =>
        {
            var maya = app.IdOf("maya");
            var incident = db.Incidents.Single(each => each.Number == third.Number);
            Assert.True(incident.ChangeService("checkout-api", maya, app.Now).Ok);
            var began = incident.StartedAt;
            Assert.True(incident.SetMilestone(Domain.Incidents.Milestone.FirstSymptom, began, maya, app.Now).Ok);
            Assert.True(incident.SetMilestone(Domain.Incidents.Milestone.FirstAlert, began.AddMinutes(10), maya, app.Now).Ok);
            var item = db.ActionItems.Single(each => each.IncidentNumber == third.Number);
            var rights = new ActionItemRights(item.Owner, null);
            Assert.True(item.Complete(item.Owner, rights, app.Now).Ok);
            Assert.True(item.GiveVerdict(EffectivenessVerdict.Achieved, null, 0, item.Owner, rights, app.Now).Ok);
        });
        await app.AdvanceAsync(TimeSpan.FromDays(9));
    }

    private static async Task ListsAsync(BotApp app, params string[] figures)
    {
        var ben = app.Slack.As("ben");
        foreach (var figure in figures)
        {
            await ben.ClickAsync(app.Slack.OpenView("ben")!, "trends_list", figure);
            var list = ShownMessages.TextOf(app, app.Slack.OpenView("ben")!);
            Assert.DoesNotContain("Incident 1:", list, StringComparison.Ordinal);
            Assert.Contains(
                figure switch
                {
                    "Repeats" or "Coverage" or "OnTime" or "Detecting" or "Resolving" => "Incident 3: Checkout is down",
                    "ActionsDone" or "OpenActions" or "ActionsVerified" => "Private incident",
                    _ => "Nothing to list",
                },
                list,
                StringComparison.Ordinal);
            await ben.CloseAsync(app.Slack.OpenView("ben")!);
        }
    }

    private static string Text(BotApp app) => ShownMessages.TextOf(app, app.Slack.OpenView("ben")!);
}
