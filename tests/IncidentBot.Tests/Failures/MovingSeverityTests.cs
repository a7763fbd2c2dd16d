using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Severities;
using IncidentBot.Sandbox.State;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Failures;

/// <summary>The severity or the status of an incident changes while its post-mortem is being scheduled.</summary>
public sealed class MovingSeverityTests
{
    [Theory]
    [InlineData("2", PostMortemNeed.Required, 7, "Required, due")]
    [InlineData("4", PostMortemNeed.Optional, 14, "Optional, due")]
    public async Task What_is_scheduled_while_the_severity_falls_stands_with_the_new_deadline(
        string severity, PostMortemNeed need, int days, string fact)
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var resolvedAt = (await app.ReadAsync(db => db.Incidents.SingleAsync())).ResolvedAt!.Value;
        var mayas = await OpenAsync(app, incident, "maya");

        await app.OvertakeAsync(
            "post_mortems",
            () => app.Slack.As("maya").SubmitAsync(mayas),
            () => app.Slack.As("ben").TypeAsync(incident.Channel, $"/incident sev {severity}"));

        var postMortem = await incident.ReadAsync();
        Assert.Equal((PostMortemState.Scheduled, need, resolvedAt.AddDays(days)), (postMortem.State, postMortem.Need, postMortem.DueAt));
        Assert.Single(
            ShownMessages.TextsIn(app, incident.Channel), text => text.StartsWith("The post-mortem is on", StringComparison.Ordinal));
        var hub = ShownMessages.TextOf(app, await incident.OpenOverviewAsync());
        Assert.Contains(fact, hub, StringComparison.Ordinal);
        Assert.Contains(
            $"SEV{severity}", ShownMessages.TextOf(app, ShownMessages.IncidentCard(app, incident.Channel)), StringComparison.Ordinal);
        Assert.Contains($"SEV{severity}", app.Slack.Channels.Named(incident.Channel).Topic.Value, StringComparison.Ordinal);
        Assert.Empty(Late(app, "maya"));
    }

    [Fact]
    public async Task A_time_that_was_fine_and_is_late_by_now_is_told_before_it_is_taken()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedSev3(app);
        var mayas = await OpenAsync(app, incident, "maya", "2026-03-06T10:00:00Z");

        await app.OvertakeAsync(
            "post_mortems",
            () => app.Slack.As("maya").SubmitAsync(mayas),
            () => app.Slack.As("ben").TypeAsync(incident.Channel, "/incident sev 1"));

        var told = app.Slack.OpenView("maya")!;
        Assert.StartsWith(
            "The post-mortem is now due Thu 5 Mar, 10:40, before the time you chose.", told.Errors["proposal"], StringComparison.Ordinal);
        Assert.Null((await incident.ReadAsync()).Meeting.Start);
        app.Time.Advance(TimeSpan.FromSeconds(5));
        await app.Slack.As("maya").SubmitAsync(told);
        await app.SettleAsync();
        Assert.Equal(PostMortemState.Scheduled, (await incident.ReadAsync()).State);
    }

    [Fact]
    public async Task Raised_beyond_a_meeting_that_stands_those_in_charge_hear_once_that_it_is_late()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedSev3(app);
        await incident.AssignFacilitatorAsync("lena");
        await app.Slack.As("maya").SubmitAsync(await OpenAsync(app, incident, "maya", "2026-03-06T10:00:00Z"));

        await app.Slack.As("ben").TypeAsync(incident.Channel, "/incident sev 2");
        await app.SettleAsync();
        Assert.Empty(Late(app, "maya"));
        await app.Slack.As("ben").TypeAsync(incident.Channel, "/incident sev 1");
        await app.Slack.As("ben").TypeAsync(incident.Channel, "/incident sev 1");
        await app.SettleAsync();

        Assert.Contains(
            "Choose another time", Assert.Single(Late(app, "maya")), StringComparison.Ordinal);
        Assert.Single(Late(app, "lena"));
        Assert.Equal(PostMortemState.Scheduled, (await incident.ReadAsync()).State);
    }

    [Fact]
    public async Task Reminders_follow_the_severity_that_it_has_by_now()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        await app.Slack.As("ben").TypeAsync(incident.Channel, "/incident sev 2");
        await app.SettleAsync();

        await app.AdvanceInStepsAsync(TimeSpan.FromHours(50), TimeSpan.FromHours(2));
        Assert.DoesNotContain(
            app.Slack.DmWith("maya"), message => app.Slack.PlainText(message).Contains("is due", StringComparison.Ordinal));
        await app.AdvanceInStepsAsync(TimeSpan.FromHours(120), TimeSpan.FromHours(2));

        Assert.Contains(app.Slack.DmWith("maya"), message => app.Slack.PlainText(message).Contains("is due now", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Engine", "both")]
    public async Task Reopened_while_it_was_scheduled_the_form_says_so_and_the_next_resolve_starts_the_clock_anew()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var mayas = await OpenAsync(app, incident, "maya");

        await app.OvertakeAsync(
            "post_mortems",
            () => app.Slack.As("maya").SubmitAsync(mayas),
            () => app.Slack.As("ben").TypeAsync(incident.Channel, "/incident reopen It is back"));

        Assert.Contains("is open again", app.Slack.OpenView("maya")!.Errors["proposal"], StringComparison.Ordinal);
        Assert.Equal((null, null), ((await incident.ReadAsync()).Meeting.Start, (await incident.ReadAsync()).DueAt));
        await app.Slack.As("maya").CloseAsync(app.Slack.OpenView("maya")!, all: true);
        await app.AdvanceAsync(TimeSpan.FromHours(3));
        await Scenarios.Resolve(app, new ScenarioIncident(incident.Number, incident.Channel));
        await app.Slack.As("maya").SubmitAsync(await OpenAsync(app, incident, "maya"));
        await app.SettleAsync();

        var postMortem = await incident.ReadAsync();
        var resolvedAt = (await app.ReadAsync(db => db.Incidents.SingleAsync())).ResolvedAt!.Value;
        Assert.Equal((PostMortemState.Scheduled, resolvedAt.AddHours(48)), (postMortem.State, postMortem.DueAt));
        Assert.Single(
            ShownMessages.TextsIn(app, incident.Channel), text => text.StartsWith("The post-mortem is on", StringComparison.Ordinal));
    }

    private static List<string> Late(BotApp app, string person) =>
        [
            .. app.Slack.DmWith(person)
                .Select(message => ShownMessages.TextOf(app, message))
                .Where(text => text.Contains("Choose another time", StringComparison.Ordinal)),
        ];

    private static async Task<ResolvedIncident> ResolvedSev3(BotApp app)
    {
        var incident = await ResolvedIncident.Sev1(app);
        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident sev 3");
        await app.SettleAsync();
        return incident;
    }

    private static async Task<View> OpenAsync(BotApp app, ResolvedIncident incident, string person, string? start = null)
    {
        await app.Slack.As(person).TypeAsync(incident.Channel, "/incident pm schedule");
        var form = app.Slack.OpenView(person)!;
        return start is null ? form : await app.Slack.As(person).FillAsync(form, ("proposal", "other"), ("start", start));
    }
}
