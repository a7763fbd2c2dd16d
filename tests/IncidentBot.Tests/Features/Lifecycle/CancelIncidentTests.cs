using IncidentBot.Cards;
using IncidentBot.Domain.Incidents;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Features.Lifecycle;

public sealed class CancelIncidentTests
{
    [Fact]
    [Trait("Engine", "both")]
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
