using IncidentBot.Cards;
using IncidentBot.Features.Timelines;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Features.WriteUps.Sections;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.Timelines;

/// <summary>The timeline states what people did; only verdicts get a finding, and forms show none while the incident is open.</summary>
public sealed class EntryWordingTests
{
    private const string Verdict = "Ben carelessly restarted the queue";

    [Fact]
    [Trait("Requirement", "R71")]
    public async Task A_note_is_saved_as_typed_and_only_its_author_sees_the_hint()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);

        await app.Slack.As("maya").TypeAsync(incident.Channel, $"/incident note {Verdict}");
        await app.SettleAsync();

        Assert.Contains(await app.EntriesAsync(), entry => entry.Text == Verdict);
        Assert.Null(app.Slack.OpenView("maya"));
        Assert.Contains(
            "Added to the timeline as typed",
            app.Slack.PlainText(Assert.Single(app.Slack.EphemeralsFor("maya", incident.Channel))),
            StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Requirement", "R71")]
    [InlineData("Ben restarted the queue")]
    [InlineData("The on-call engineer did not see the page until 03:40")]
    public async Task What_someone_did_is_a_fact_and_gets_no_hint(string fact)
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);

        await app.Slack.As("maya").TypeAsync(incident.Channel, $"/incident note {fact}");
        await app.SettleAsync();

        Assert.Contains(await app.EntriesAsync(), entry => entry.Text == fact);
        Assert.Empty(app.Slack.EphemeralsFor("maya", incident.Channel));
    }

    [Fact]
    [Trait("Requirement", "R71")]
    public async Task The_form_shows_no_findings_while_the_incident_is_open()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);

        await WriteAsync(app, incident.Channel, Verdict);

        Assert.Null(app.Slack.OpenView("maya"));
        Assert.Contains(await app.EntriesAsync(), entry => entry.Text == Verdict);
    }

    [Fact]
    [Trait("Requirement", "R71")]
    public async Task After_the_incident_the_form_flags_a_verdict_and_its_rewrite_keeps_the_fact()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var maya = app.Slack.As("maya");
        await maya.TypeAsync(incident.Channel, "/incident note restarted");
        await app.SettleAsync();
        var id = (await app.EntriesAsync()).Single(entry => entry.Text == "restarted").Id.ToString("N");
        await maya.TypeAsync(incident.Channel, "/incident timeline");
        await maya.SelectAsync(app.Slack.OpenView("maya")!, ReviewModal.EntryMenu, $"edit:{id}");

        var form = (await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("text", Verdict))))!;
        Assert.Contains("A verdict on a person teaches everyone else to keep quiet", app.Slack.PlainText(form), StringComparison.Ordinal);
        await maya.ClickAsync(form, FindingForms.Use);
        await maya.SubmitAsync(app.Slack.OpenView("maya")!);

        Assert.Contains(await app.EntriesAsync(), entry => entry.Text == "Ben restarted the queue");
    }

    [Fact]
    [Trait("Requirement", "R71")]
    public async Task A_channel_message_is_added_to_the_timeline_without_findings()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var message = (await app.Slack.As("aiko").TypeAsync(incident.Channel, Verdict)).Message!;
        await app.SettleAsync();

        await app.Slack.As("maya").MessageShortcutAsync("timeline_add", message);
        await app.Slack.As("maya").SubmitAsync(app.Slack.OpenView("maya")!);

        Assert.Contains(await app.EntriesAsync(), entry => entry.Text == Verdict);
    }

    private static async Task WriteAsync(BotApp app, string channel, string text)
    {
        var maya = app.Slack.As("maya");
        var card = app.Slack.MessagesIn(channel).First(message => message.Pin is not null);
        await maya.ClickAsync(card, CardActions.AddEntry);
        await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("text", text)));
        await app.SettleAsync();
    }
}
