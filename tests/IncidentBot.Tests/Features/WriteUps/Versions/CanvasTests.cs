using System.Text;
using IncidentBot.Features.WriteUps;
using IncidentBot.Sandbox.Failures;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Hosting;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Tests.Features.WriteUps.Versions;

public sealed class CanvasTests
{
    private static readonly (string Key, string Value) On = ("PostMortems:Canvas", "true");

    [Fact]
    [Trait("Requirement", "R117")]
    public async Task A_published_write_up_is_in_the_channel_canvas_and_the_card_says_so()
    {
        await using var app = await BotApp.StartAsync(On);

        var incident = await PublishedVersionTests.PublishedAsync(app);

        var canvas = app.Slack.Canvases.Of(incident.Channel)?.Markdown;
        Assert.Equal(PrintedTables.AsLists(Document(app)), canvas);
        Assert.Contains("- **Severity**  SEV1\n", canvas, StringComparison.Ordinal);
        Assert.DoesNotContain("|", canvas, StringComparison.Ordinal);
        Assert.Contains(
            $"full document in the thread and in the canvas of #{incident.Channel}",
            ShownMessages.TextOf(app, PublishedVersionTests.WriteUp(app)),
            StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R117")]
    public async Task A_corrected_version_replaces_the_one_in_the_canvas()
    {
        await using var app = await BotApp.StartAsync(On);
        var incident = await PublishedVersionTests.PublishedAsync(app);
        var first = app.Slack.Canvases.Of(incident.Channel);

        await CorrectAsync(app, incident);

        var second = app.Slack.Canvases.Of(incident.Channel);
        Assert.Equal((first!.Id, PrintedTables.AsLists(Document(app))), (second!.Id, second.Markdown));
        Assert.Contains("Checkout failed for 41 minutes.", second.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R117")]
    public async Task Without_the_setting_no_canvas_is_made()
    {
        await using var app = await BotApp.StartAsync();

        await PublishedVersionTests.PublishedAsync(app);

        Assert.DoesNotContain(app.Slack.Calls.Api, call => call.Method.Contains("canvases", StringComparison.Ordinal));
    }

    [Theory]
    [Trait("Requirement", "R117")]
    [InlineData("canvas_disabled_user_team")]
    [InlineData("restricted_action")]
    [InlineData("team_tier_cannot_create_channel_canvases")]
    [InlineData("missing_scope")]
    public async Task A_workspace_without_canvases_still_publishes_the_write_up(string refusal)
    {
        await using var app = await BotApp.StartAsync(On);
        app.Slack.CallFailures.Always("conversations.canvases.create", new CallFailure(CallFailureKind.Error) { Code = refusal });

        await PublishedVersionTests.PublishedAsync(app);

        Assert.Contains(
            "full document in the thread", ShownMessages.TextOf(app, PublishedVersionTests.WriteUp(app)), StringComparison.Ordinal);
        Assert.DoesNotContain("in the canvas", ShownMessages.TextOf(app, PublishedVersionTests.WriteUp(app)), StringComparison.Ordinal);
        await AssertNothingIsLeftAsync(app);
    }

    [Fact]
    [Trait("Requirement", "R117")]
    public async Task Without_the_scope_the_operator_is_notified_and_no_work_is_left_waiting()
    {
        await using var app = await BotApp.StartAsync(On);
        app.Slack.Failures.TakeScope("canvases:write");

        await PublishedVersionTests.PublishedAsync(app);
        await app.Services.GetRequiredService<WorkspaceCheck>().CheckAsync(TestContext.Current.CancellationToken);

        Assert.Contains(
            "lacks the scopes canvases:write", app.Services.GetRequiredService<Readiness>().Problems["scopes"], StringComparison.Ordinal);
        await AssertNothingIsLeftAsync(app);
    }

    [Fact]
    [Trait("Requirement", "R117")]
    public async Task A_canvas_that_people_wrote_is_left_alone()
    {
        await using var app = await BotApp.StartAsync(On);
        var incident = await ResolvedIncident.Sev1(app);
        await app.Slack.As("ben").WriteCanvasAsync(incident.Channel, "Our links");

        await PublishAsync(app, incident);
        await CorrectAsync(app, incident);

        Assert.Equal("Our links", app.Slack.Canvases.Of(incident.Channel)!.Markdown);
        Assert.DoesNotContain("in the canvas", ShownMessages.TextOf(app, PublishedVersionTests.WriteUp(app)), StringComparison.Ordinal);
        await AssertNothingIsLeftAsync(app);
    }

    [Theory]
    [Trait("Requirement", "R117")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_lost_response_makes_one_canvas_which_corrections_update(bool wasMade)
    {
        await using var app = await BotApp.StartAsync(On);
        var incident = await ResolvedIncident.Sev1(app);
        app.Slack.CallFailures.Next(
            "conversations.canvases.create", wasMade ? CallFailureKind.TimeoutAfterEffect : CallFailureKind.ServerError);

        await PublishAsync(app, incident);
        Assert.Contains("in the canvas", ShownMessages.TextOf(app, PublishedVersionTests.WriteUp(app)), StringComparison.Ordinal);
        await CorrectAsync(app, incident);

        Assert.Equal(PrintedTables.AsLists(Document(app)), app.Slack.Canvases.Of(incident.Channel)!.Markdown);
        await AssertNothingIsLeftAsync(app);
    }

    [Fact]
    [Trait("Requirement", "R117")]
    public async Task A_canvas_that_people_wrote_is_left_alone_even_after_a_lost_response()
    {
        await using var app = await BotApp.StartAsync(On);
        var incident = await ResolvedIncident.Sev1(app);
        await app.Slack.As("ben").WriteCanvasAsync(incident.Channel, "Our links");
        app.Slack.CallFailures.Next("conversations.canvases.create", CallFailureKind.ServerError);

        await PublishAsync(app, incident);

        Assert.Equal("Our links", app.Slack.Canvases.Of(incident.Channel)!.Markdown);
    }

    [Fact]
    [Trait("Requirement", "R117")]
    public async Task A_deleted_canvas_is_created_again_with_the_next_version()
    {
        await using var app = await BotApp.StartAsync(On);
        var incident = await PublishedVersionTests.PublishedAsync(app);
        app.Slack.Canvases.Remove(app.Slack.Canvases.Of(incident.Channel)!);

        await CorrectAsync(app, incident);

        Assert.Equal(PrintedTables.AsLists(Document(app)), app.Slack.Canvases.Of(incident.Channel)?.Markdown);
    }

    [Fact]
    [Trait("Requirement", "R117")]
    public async Task A_private_write_up_is_in_the_canvas_of_its_private_channel()
    {
        await using var app = await BotApp.StartAsync(On);
        var incident = await ResolvedIncident.Private(app);

        await PublishAsync(app, incident);

        Assert.True(app.Slack.Channels.Named(incident.Channel).IsPrivate);
        Assert.StartsWith("# Post-Mortem: Checkout is down", app.Slack.Canvases.Of(incident.Channel)?.Markdown, StringComparison.Ordinal);
        Assert.All(app.Slack.Channels.All.Where(channel => !channel.IsPrivate), channel => Assert.Null(app.Slack.Canvases.Of(channel.Id)));
    }

    [Fact]
    [Trait("Requirement", "R117")]
    public async Task A_channel_that_existed_before_the_incident_gets_no_canvas()
    {
        await using var app = await BotApp.StartAsync(On);
        var incident = await ResolvedIncident.Sev1(app);
        await app.ReadAsync(
            db => db.Channels.ExecuteUpdateAsync(set => set.SetProperty(channel => channel.DeclaredIn, channel => channel.OwnId)));

        await PublishAsync(app, incident);

        Assert.NotNull((await incident.ReadAsync()).WriteUp.PublishedAt);
        Assert.Null(app.Slack.Canvases.Of(incident.Channel));
        await AssertNothingIsLeftAsync(app);
    }

    private static async Task PublishAsync(BotApp app, ResolvedIncident incident)
    {
        await incident.CompleteAsync();
        await app.Slack.As("maya").ClickAsync(app.Slack.OpenView("maya")!, "post_mortem_publish");
        await app.SettleAsync();
    }

    private static async Task CorrectAsync(BotApp app, ResolvedIncident incident)
    {
        var maya = app.Slack.As("maya");
        await incident.WriteAsync(
            "summary", ("summary", "Checkout failed for 41 minutes. A deploy changed the API. 1200 users could not pay."));
        await maya.ClickAsync(app.Slack.OpenView("maya")!, "post_mortem_publish");
        await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("note", "It lasted 41 minutes")));
        await app.SettleAsync();
    }

    /// <summary>The newest file in the write-up's thread.</summary>
    private static string Document(BotApp app) => Encoding.UTF8.GetString(
        app.Slack.Files.Find(app.Slack.ThreadOf(PublishedVersionTests.WriteUp(app)).SelectMany(message => message.Files).Last())!.Content!);

    private static async Task AssertNothingIsLeftAsync(BotApp app) =>
        Assert.All(await app.ReadAsync(db => db.Outbox.AsNoTracking().ToListAsync()), row => Assert.Equal(LaneRowState.Done, row.State));
}
