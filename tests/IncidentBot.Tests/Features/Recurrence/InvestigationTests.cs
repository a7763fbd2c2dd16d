using IncidentBot.Domain.Recurrence;
using IncidentBot.Sandbox.State;
using IncidentBot.Tests.Features.Board;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Features.Recurrence;

/// <summary>Three incidents with one cause in a quarter call for an investigation, and for the first topic of the next meeting.</summary>
public sealed class InvestigationTests
{
    private const string Class = ClassedIncidents.Class;

    [Fact]
    [Trait("Engine", "both")]
    [Trait("Requirement", "R125")]
    [Trait("Requirement", "R127")]
    public async Task The_third_incident_of_a_class_opens_an_investigation_that_someone_owns_and_closes()
    {
        await using var app = await BotApp.StartAsync();
        await ClassedIncidents.AddAsync(app, ResolvedIncident.Private(app));
        await ClassedIncidents.AddAsync(app, ResolvedIncident.Sev2(app));
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.Empty(Cards(app));

        var third = await ClassedIncidents.AddAsync(app, ResolvedIncident.Sev2(app));
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        var text = Text(app);
        Assert.Contains($"Structural investigation: {Class}\n3 incidents with this cause", text, StringComparison.Ordinal);
        Assert.Contains($"• Incident {third.Number}: Search is slow", text, StringComparison.Ordinal);
        Assert.Contains("• and 1 private", text, StringComparison.Ordinal);
        Assert.Contains("Earlier actions: None of the earlier actions was done (2 open).", text, StringComparison.Ordinal);
        await OwnAsync(app);
        await RedrawAsync(app, third);
        await CloseAsync(app);
    }

    [Fact]
    [Trait("Requirement", "R127")]
    [Trait("Requirement", "R72")]
    public async Task A_cause_that_is_back_is_the_first_topic_of_the_next_meeting()
    {
        await using var app = await BotApp.StartAsync();
        await ClassedIncidents.AddAsync(app, ResolvedIncident.Sev2(app));
        var second = await ClassedIncidents.AddAsync(app, ResolvedIncident.Sev2(app));
        await second.ChangeAsync(db =>
        {
            foreach (var item in db.ActionItems)
            {
                item.Complete(item.Owner, new Domain.ActionItems.ActionItemRights(item.Owner, null), app.Now);
            }
        });
        await app.AdvanceAsync(TimeSpan.FromDays(1));
        var meeting = new RunningMeeting(app, await ClassedIncidents.AddAsync(app, ResolvedIncident.Sev2(app)));

        await meeting.StartAsync("maya", "standard-90");
        await meeting.GoToAsync("Open actions");

        Assert.Contains(
            $"3rd time: {Class}\nEarlier actions: 2 done. The earlier analysis stopped too early: ask one more why.",
            meeting.Text,
            StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R126")]
    public async Task Three_in_half_a_year_are_named_with_what_became_of_the_earlier_actions()
    {
        await using var app = await BotApp.StartAsync();
        for (var number = 1; number <= 3; number++)
        {
            var incident = await ClassedIncidents.AddAsync(app, ResolvedIncident.Sev2(app));
            var started = app.Now.AddDays(-170 + (number * 56));
            await incident.ChangeAsync(db => Assert.True(
                db.Incidents.Single(each => each.Number == incident.Number).ChangeTimes(started, null, app.IdOf("maya"), app.Now).Ok));
        }

        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Empty(Cards(app));
        var named = Assert.Single(
            ShownMessages.TextsIn(app, "incidents"), text => text.Contains("3rd incident in half a year", StringComparison.Ordinal));
        Assert.Contains("None of the earlier actions was done (2 open).", named, StringComparison.Ordinal);
    }

    private static async Task OwnAsync(BotApp app)
    {
        await app.Slack.As("ben").ClickAsync(Cards(app).Single(), "investigation_take");
        await app.SettleAsync();
        Assert.Contains("Owner: @ben", Text(app), StringComparison.Ordinal);

        var maya = app.Slack.As("maya");
        await maya.ClickAsync(Cards(app).Single(), "investigation_assign");
        await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("owner", "lena")));
        await app.SettleAsync();
        Assert.Contains("Owner: @lena", Text(app), StringComparison.Ordinal);

        await app.AdvanceAsync(TimeSpan.FromDays(14));
        var asked = app.Slack.DmWith("lena").Select(message => ShownMessages.TextOf(app, message)).Last();
        Assert.Contains($"The structural investigation of {Class} is open for 14 days", asked, StringComparison.Ordinal);
    }

    /// <summary>An incident that becomes private is only counted from then on.</summary>
    private static async Task RedrawAsync(BotApp app, ResolvedIncident third)
    {
        await third.ChangeAsync(db => db.Incidents.Single(each => each.Number == third.Number).MakePrivate());
        await app.SettleAsync();
        Assert.Contains("• and 2 private", Text(app), StringComparison.Ordinal);
        Assert.DoesNotContain($"Incident {third.Number}:", Text(app), StringComparison.Ordinal);
    }

    private static async Task CloseAsync(BotApp app)
    {
        var lena = app.Slack.As("lena");
        await lena.ClickAsync(Cards(app).Single(), "investigation_close");
        await lena.SubmitAsync(await lena.FillAsync(
            app.Slack.OpenView("lena")!, ("outcome", "Technical project"), ("decision", "Every pool gets a limit per client by May")));
        await app.SettleAsync();

        Assert.Contains("Technical project: Every pool gets a limit per client by May", Text(app), StringComparison.Ordinal);
        Assert.Contains(app.Slack.DmWith("lena"), message =>
            app.Slack.PlainText(message).Contains("is closed: Technical project", StringComparison.Ordinal));
        var closed = await app.ReadAsync(db => db.Investigations.SingleAsync());
        Assert.Equal((InvestigationOutcome.Project, app.IdOf("lena")), (closed.Outcome, closed.ClosedBy));
        await app.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Single(await app.ReadAsync(db => db.Investigations.ToListAsync()));
    }

    private static IReadOnlyList<Message> Cards(BotApp app) =>
        [.. app.Slack.MessagesIn("incidents").Where(message =>
            app.Slack.PlainText(message).Contains("Structural investigation:", StringComparison.Ordinal))];

    private static string Text(BotApp app) => ShownMessages.TextOf(app, Cards(app).Single());
}
