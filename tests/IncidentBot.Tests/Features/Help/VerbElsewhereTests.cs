using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Features.Timelines;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.Help;

/// <summary>A verb of an incident, typed in another channel.</summary>
public sealed class VerbElsewhereTests
{
    [Fact]
    public async Task With_one_open_incident_a_button_opens_its_form_and_once_it_is_over_its_channel_offers_to_declare()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev2(app);
        var ben = app.Slack.As("ben");
        await ben.TypeAsync("general", "/incident resolve");
        Assert.Contains("Incident 1: Search is slow", ShownMessages.LatestEphemeral(app, "ben"), StringComparison.Ordinal);

        await ben.ClickAsync(app.Slack.EphemeralsFor("ben")[^1], "command_run");
        await ben.SubmitAsync(await ben.FillAsync(app.Slack.OpenView("ben")!, ("sentence", "The pool was too small.")));
        await app.SettleAsync();

        Assert.False((await app.ReadAsync(db => Task.FromResult(db.Incidents.Single()))).IsOpen);

        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident Logins fail");
        Assert.Contains("Declare with this title", ShownMessages.LatestEphemeral(app, "maya"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_carries_what_was_typed()
    {
        await using var app = await BotApp.StartAsync();
        await Scenarios.DeclaredSev2(app);
        var ben = app.Slack.As("ben");
        await ben.TypeAsync("general", "/incident note Rolled back: nothing <changed>");
        Assert.Contains("Declare with this title", ShownMessages.LatestEphemeral(app, "ben"), StringComparison.Ordinal);

        await ben.ClickAsync(app.Slack.EphemeralsFor("ben")[^1], "command_run");
        await app.SettleAsync();

        Assert.Contains(await app.EntriesAsync(), entry => entry.Text == "Rolled back: nothing <changed>");
    }

    [Fact]
    public async Task With_several_each_visible_one_has_a_button()
    {
        await using var app = await BotApp.StartAsync();
        await Scenarios.DeclaredSev2(app);
        await Scenarios.DeclaredSev1(app);

        await app.Slack.As("ben").TypeAsync("general", "/incident resolve");

        var shown = ShownMessages.LatestEphemeral(app, "ben");
        Assert.Contains("Incident 1: Search is slow", shown, StringComparison.Ordinal);
        Assert.Contains("Incident 2: Checkout is down", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Declare with this title", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_incident_is_offered_only_to_people_who_can_see_it()
    {
        await using var app = await BotApp.StartAsync();
        var maya = app.Slack.As("maya");
        await maya.TypeAsync("general", "/incident Keys leaked");
        await maya.ClickAsync(app.Slack.OpenView("maya")!, "declare_more");
        var modal = await maya.FillAsync(app.Slack.OpenView("maya")!, ("severity", "SEV1"), ("private", "private"));
        await maya.CloseAsync((await maya.SubmitAsync(modal))!, all: true);
        await app.SettleAsync();

        await maya.TypeAsync("general", "/incident resolve");
        await app.Slack.As("ben").TypeAsync("general", "/incident resolve");

        Assert.Contains("Keys leaked", ShownMessages.LatestEphemeral(app, "maya"), StringComparison.Ordinal);
        Assert.DoesNotContain("Keys leaked", ShownMessages.LatestEphemeral(app, "ben"), StringComparison.Ordinal);
        Assert.Contains("No incident is open", ShownMessages.LatestEphemeral(app, "ben"), StringComparison.Ordinal);
    }
}
