using IncidentBot.Cards;
using IncidentBot.Domain.Incidents;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Features.Lifecycle;

public sealed class RolesTests
{
    [Fact]
    [Trait("Engine", "both")]
    public async Task A_new_lead_is_named_in_the_channel_and_gets_the_duties_by_direct_message()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);

        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident lead @ben");
        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident lead @aiko");
        await app.SettleAsync();

        Assert.Contains(
            ShownMessages.TextsIn(app, incident.Channel),
            line => line.Contains("@maya made @ben incident lead.", StringComparison.Ordinal));
        Assert.Contains("@maya made @aiko incident lead.", ShownMessages.TextsIn(app, incident.Channel)[^1], StringComparison.Ordinal);
        Assert.StartsWith(
            "You are now incident lead for Incident 1: Checkout is down",
            ShownMessages.TextOf(app, Assert.Single(app.Slack.DmWith("ben"))),
            StringComparison.Ordinal);
        Assert.Contains(app.Slack.As("aiko").User.Id, app.Slack.Channels.Named(incident.Channel).Members);
        Assert.Contains("@aiko", ShownMessages.TextOf(app, ShownMessages.IncidentCard(app, incident.Channel)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_hours_the_lead_is_handed_over_with_what_the_next_one_needs_to_know()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev2(app);
        var (maya, ben) = (app.Slack.As("maya"), app.Slack.As("ben"));
        var fresh = ShownMessages.TextOf(app, ShownMessages.IncidentCard(app, incident.Channel));
        await app.AdvanceAsync(TimeSpan.FromHours(4));
        await maya.TypeAsync(incident.Channel, "/incident update Half of the searches answer again");
        await app.SettleAsync();

        await maya.ClickAsync(ShownMessages.IncidentCard(app, incident.Channel), CardActions.HandOver);
        var form = app.Slack.OpenView("maya")!;
        var refused = await maya.SubmitAsync(await maya.FillAsync(form, ("lead", "maya")));
        var filled = await maya.FillAsync(form, ("lead", "ben"), ("tried", "A restart"), ("next", "At 14:00: fail over or wait"));
        await app.OvertakeAsync("handled_requests", () => maya.SubmitAsync(filled), () => maya.SubmitAsync(filled));
        await ben.TypeAsync(incident.Channel, "/incident handover @maya");

        Assert.DoesNotContain("Hand over", fresh, StringComparison.Ordinal);
        Assert.Equal("lead", Assert.Single(refused!.Errors).Key);
        const string handover = "Handover by @maya\nCurrent state  Half of the searches answer again\nTried  A restart\n"
            + "Next decision  At 14:00: fail over or wait";
        Assert.Single(ShownMessages.TextsIn(app, incident.Channel), line => line.Contains(handover, StringComparison.Ordinal));
        Assert.Contains("@maya made @ben incident lead.", ShownMessages.TextsIn(app, incident.Channel)[^1], StringComparison.Ordinal);
        var dm = ShownMessages.TextOf(app, app.Slack.DmWith("ben").Single(
            message => app.Slack.PlainText(message).Contains("You are now incident lead", StringComparison.Ordinal)));
        Assert.Contains(handover, dm, StringComparison.Ordinal);
        var entry = Assert.Single(await app.ReadAsync(db => db.TimelineEntries.ToListAsync()));
        Assert.StartsWith("Handover of the lead\nCurrent state: Half of the searches answer again", entry.Text, StringComparison.Ordinal);
        Assert.Equal(IncidentRole.Lead, entry.ActorRole);
        Assert.Contains("Hand over the lead", app.Slack.OpenView("ben")!.Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@alertmanager", "is an app")]
    [InlineData("@oskar", "no longer has an account here")]
    [InlineData("@gail", "is a guest")]
    [InlineData("the dba", "Mention a person")]
    [InlineData("", "Mention a person")]
    public async Task Someone_who_cannot_hold_a_role_is_refused_with_a_reason(string whom, string reason)
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);

        await app.Slack.As("maya").TypeAsync(incident.Channel, $"/incident role scribe {whom}");
        await app.SettleAsync();

        Assert.Contains(reason, ShownMessages.LatestEphemeral(app, "maya"), StringComparison.Ordinal);
        Assert.Null((await app.ReadAsync(db => db.Incidents.SingleAsync())).HolderOf(IncidentRole.Scribe));
    }

    [Fact]
    public async Task When_two_people_claim_the_lead_at_once_one_gets_it_and_the_other_is_told()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.WithoutLead(app);
        var card = ShownMessages.IncidentCard(app, incident.Channel);

        await Task.WhenAll(
            app.Slack.As("ben").ClickAsync(card, CardActions.ClaimRole, "1:lead"),
            app.Slack.As("aiko").ClickAsync(card, CardActions.ClaimRole, "1:lead"));
        await app.SettleAsync();

        var lead = (await app.ReadAsync(db => db.Incidents.SingleAsync())).Lead;
        var second = lead == app.IdOf("ben") ? "aiko" : "ben";
        Assert.NotNull(lead);
        Assert.Contains("Someone else just took", ShownMessages.LatestEphemeral(app, second), StringComparison.Ordinal);
        Assert.Single(
            ShownMessages.TextsIn(app, incident.Channel), line => line.Contains("is now incident lead", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_the_holder_can_step_down_from_a_role()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        await app.Slack.As("ben").ClickAsync(ShownMessages.IncidentCard(app, incident.Channel), CardActions.ClaimRole, "1:scribe");
        await app.SettleAsync();

        await app.Slack.As("aiko").ClickAsync(ShownMessages.IncidentCard(app, incident.Channel), CardActions.StepDown, "1:scribe");
        await app.Slack.As("ben").ClickAsync(ShownMessages.IncidentCard(app, incident.Channel), CardActions.StepDown, "1:scribe");
        await app.SettleAsync();

        Assert.Contains("You don't have the scribe role", ShownMessages.LatestEphemeral(app, "aiko"), StringComparison.Ordinal);
        Assert.Contains("@ben stepped down as scribe", ShownMessages.TextsIn(app, incident.Channel)[^1], StringComparison.Ordinal);
        Assert.Null((await app.ReadAsync(db => db.Incidents.SingleAsync())).HolderOf(IncidentRole.Scribe));
    }

    [Fact]
    public async Task After_ten_minutes_without_a_lead_the_channel_is_asked_once_and_anyone_can_take_the_role()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.WithoutLead(app);

        await app.AdvanceAsync(TimeSpan.FromMinutes(9));
        Assert.DoesNotContain(
            ShownMessages.TextsIn(app, incident.Channel), line => line.Contains("has no lead", StringComparison.Ordinal));
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        await app.Slack.As("ben").ClickAsync(ShownMessages.Latest(app, incident.Channel), CardActions.ClaimRole);
        await app.SettleAsync();

        Assert.Single(
            ShownMessages.TextsIn(app, incident.Channel), line => line.Contains("Incident 1 has no lead", StringComparison.Ordinal));
        Assert.Contains("@ben is now incident lead", ShownMessages.TextsIn(app, incident.Channel)[^1], StringComparison.Ordinal);
    }
}
