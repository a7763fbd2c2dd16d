using IncidentBot.Cards;
using IncidentBot.Domain.Incidents;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Features.Lifecycle;

public sealed class CancelIncidentTests
{
    [Fact]
    public async Task When_the_lead_cancels_the_channel_shows_the_reason_and_the_consequences()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        await app.Slack.As("ben").TypeAsync(incident.Channel, "/incident lead me");

        await app.Slack.As("ben").TypeAsync(incident.Channel, "/incident cancel It was a load test");
        await app.SettleAsync();

        var message = ShownMessages.TextsIn(app, incident.Channel)[^1];
        Assert.Contains("Cancelled by @ben: It was a load test", message, StringComparison.Ordinal);
        Assert.Contains(IncidentWords.CancelledNote, message, StringComparison.Ordinal);
        Assert.Equal(0, await app.ReadAsync(db => db.PostMortems.CountAsync()));
    }

    [Fact]
    public async Task The_installation_is_tried_by_declaring_and_cancelling_twice_and_the_declarer_is_there_before_they_are_sent_there()
    {
        await using var app = await BotApp.StartAsync();
        var ben = app.Slack.As("ben");
        foreach (var number in new[] { 1, 2 })
        {
            await ben.TypeAsync("general", "/incident Test of the installation");
            await ben.SubmitAsync(app.Slack.OpenView("ben")!);
            await app.SettleAsync();
            await ben.CloseAsync(app.Slack.OpenView("ben")!, all: true);
            var calls = app.Slack.Calls.Api.Select(call => call.Method).ToList();
            Assert.True(calls.LastIndexOf("conversations.invite") < calls.LastIndexOf("views.update"), string.Join(' ', calls));
            var channel = (await app.ReadAsync(db => db.Channels.SingleAsync(each => each.IncidentNumber == number))).Name!;
            Assert.Contains(ben.User.Id, app.Slack.Channels.Named(channel).Members);

            await ben.TypeAsync(channel, "/incident cancel just a test");
            await app.SettleAsync();
        }

        Assert.All(
            await app.ReadAsync(db => db.Incidents.ToListAsync()), incident => Assert.Equal(IncidentStatus.Cancelled, incident.Status));
    }

    [Fact]
    public async Task Cancelling_and_marking_as_a_duplicate_have_buttons_where_an_incident_is_edited()
    {
        await using var app = await BotApp.StartAsync();
        var first = await Scenarios.DeclaredSev1(app);
        var second = await Scenarios.DeclaredSev1(app, "Payments fail");
        var maya = app.Slack.As("maya");
        await maya.TypeAsync(second.Channel, "/incident edit");
        await maya.ClickAsync(app.Slack.OpenView("maya")!, CardActions.MarkDuplicate);
        var refused = await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("number", "the first")));
        Assert.Contains("number of another incident", refused!.Errors["number"], StringComparison.Ordinal);
        await maya.SubmitAsync(await maya.FillAsync(refused, ("number", "#1")));
        Assert.Null(app.Slack.OpenView("maya"));

        await maya.TypeAsync(first.Channel, "/incident edit");
        await maya.ClickAsync(app.Slack.OpenView("maya")!, CardActions.CancelIncident);
        await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("reason", "It was a load test")));
        await app.SettleAsync();

        var saved = await app.ReadAsync(db => db.Incidents.OrderBy(incident => incident.Number).ToListAsync());
        Assert.All(saved, incident => Assert.Equal(IncidentStatus.Cancelled, incident.Status));
        Assert.Equal(("It was a load test", 1), (saved[0].CancelReason, saved[1].DuplicateOf));
    }

    [Fact]
    public async Task Someone_who_may_not_cancel_is_told_who_may_and_nothing_changes()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        await app.Slack.As("ben").TypeAsync(incident.Channel, "/incident lead me");

        await app.Slack.As("aiko").TypeAsync(incident.Channel, "/incident cancel Not ours");
        await app.SettleAsync();

        Assert.Contains("lead, its facilitator or an admin", ShownMessages.LatestEphemeral(app, "aiko"), StringComparison.Ordinal);
        Assert.Equal(IncidentStatus.Investigating, (await app.ReadAsync(db => db.Incidents.SingleAsync())).Status);
    }

    [Fact]
    public async Task A_duplicate_points_to_the_incident_it_duplicates()
    {
        await using var app = await BotApp.StartAsync(("Incidents:Admins", "U0AIKO0003"));
        await Scenarios.DeclaredSev1(app);
        var second = await Scenarios.ResolvedSev1(app, "Payments fail");
        await app.Slack.As("maya").TypeAsync(second.Channel, "/incident reopen Was it one at all?");

        await app.Slack.As("aiko").TypeAsync(second.Channel, "/incident duplicate of 1");
        await app.SettleAsync();

        Assert.Contains("duplicate of incident 1", ShownMessages.TextsIn(app, second.Channel)[^1], StringComparison.Ordinal);
        Assert.Equal(1, (await app.ReadAsync(db => db.Incidents.SingleAsync(incident => incident.Number == 2))).DuplicateOf);
        Assert.Equal(Domain.PostMortems.PostMortemState.NotRequired, (await app.ReadAsync(db => db.PostMortems.SingleAsync())).State);
    }

    [Fact]
    public async Task Cancelling_a_reopened_incident_drops_its_post_mortem()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.ResolvedSev1(app);
        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident reopen Was it one at all?");

        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident cancel A dashboard was wrong");
        await app.SettleAsync();

        Assert.Equal(Domain.PostMortems.PostMortemState.NotRequired, (await app.ReadAsync(db => db.PostMortems.SingleAsync())).State);
    }
}
