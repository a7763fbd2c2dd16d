using System.Text;
using IncidentBot.Sandbox.State;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.WriteUps.Versions;

public sealed class PublishedVersionTests
{
    [Fact]
    [Trait("Requirement", "R129")]
    public async Task Each_reader_counts_once_and_unpublished_edits_stay_unpublished()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await PublishedAsync(app);
        await incident.WriteAsync("summary", ("summary", "Checkout failed for 41 minutes."));

        await app.Slack.As("lena").ClickAsync(WriteUp(app), "write_up_read");
        await app.Slack.As("lena").ClickAsync(WriteUp(app), "write_up_read");
        await app.Slack.As("priya").ClickAsync(WriteUp(app), "write_up_read");
        await app.SettleAsync();

        var shown = ShownMessages.TextOf(app, WriteUp(app));
        Assert.Contains("Checkout failed for 40 minutes.", shown, StringComparison.Ordinal);
        Assert.Contains("read by 2 people", shown, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R117")]
    public async Task A_corrected_version_shows_the_changed_lines_and_the_document_lists_its_versions()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await PublishedAsync(app);
        await incident.WriteAsync(
            "summary", ("summary", "Checkout failed for 41 minutes, not_40. A deploy changed the API. 1200 users could not pay."));

        await CorrectAsync(app, "It lasted 41 minutes");

        var reply = Assert.Single(
            app.Slack.ThreadOf(WriteUp(app)),
            message => app.Slack.PlainText(message).Contains("Corrected, version 2", StringComparison.Ordinal));
        var shown = ShownMessages.TextOf(app, reply);
        Assert.Contains("Summary", shown, StringComparison.Ordinal);
        Assert.Contains("Checkout failed for 40 minutes. A deploy", shown, StringComparison.Ordinal);
        Assert.Contains("Checkout failed for 41 minutes, not_40. A deploy", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Version", shown.Replace("Corrected, version 2", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var document = Documents(app)[^1];
        Assert.Contains(
            "- Version 1, 2026-03-03 09:40 UTC: published\n- Version 2, 2026-03-03 09:40 UTC: It lasted 41 minutes",
            document,
            StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R117")]
    public async Task A_correction_without_changed_lines_shows_only_its_note()
    {
        await using var app = await BotApp.StartAsync();
        await PublishedAsync(app);

        await CorrectAsync(app, "The numbers were checked again");

        var reply = Assert.Single(
            app.Slack.ThreadOf(WriteUp(app)),
            message => app.Slack.PlainText(message).Contains("Corrected, version 2", StringComparison.Ordinal));
        Assert.Equal("Corrected, version 2: The numbers were checked again", ShownMessages.TextOf(app, reply).Trim());
    }

    internal static async Task<ResolvedIncident> PublishedAsync(BotApp app)
    {
        var incident = await ResolvedIncident.Sev1(app);
        await incident.CompleteAsync();
        await app.Slack.As("maya").ClickAsync(app.Slack.OpenView("maya")!, "post_mortem_publish");
        await app.SettleAsync();
        return incident;
    }

    internal static Message WriteUp(BotApp app) =>
        app.Slack.MessagesIn("incidents").Last(message => message is { BotId: not null, IsReply: false });

    private static async Task CorrectAsync(BotApp app, string note)
    {
        var maya = app.Slack.As("maya");
        await maya.ClickAsync(app.Slack.OpenView("maya")!, "post_mortem_publish");
        await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("note", note)));
        await app.SettleAsync();
    }

    internal static List<string> Documents(BotApp app) =>
        [
            .. app.Slack.ThreadOf(WriteUp(app))
                .SelectMany(message => message.Files)
                .Select(file => Encoding.UTF8.GetString(app.Slack.Files.Find(file)!.Content!)),
        ];
}
