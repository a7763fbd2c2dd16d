using IncidentBot.Crashes.Snapshots;
using IncidentBot.Crashes.Stories;
using IncidentBot.Sandbox.Failures;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Failures;

/// <summary>
/// A whole incident, from the first command to the last reminder, while Slack fails. At the end, Slack and the tables
/// must look as they do in a run without failures.
/// </summary>
public sealed class FailureStoryTests
{
    private const int Seed = 20260303;

    private static readonly Lazy<Task<IReadOnlyList<string>>> Baseline = new(() => RunAsync(_ => { }));

    // These columns say when the service learned of something, so failures may change them.
    private static readonly string[] LaterWithFailures = ["added_at", "fetched_at"];

    private static readonly string[] Methods =
    [
        "chat.postMessage", "chat.update", "conversations.create", "conversations.invite", "conversations.setTopic",
        "conversations.history",
        "conversations.replies", "bookmarks.list", "bookmarks.add", "pins.add", "reactions.add", "files.getUploadURLExternal",
        "files.completeUploadExternal", "users.info", "users.conversations", "views.open", "views.update", "views.publish",
    ];

    private static readonly CallFailureKind[] Kinds =
    [
        CallFailureKind.RateLimited, CallFailureKind.ServerError, CallFailureKind.HtmlUnavailable,
        CallFailureKind.TimeoutAfterEffect, CallFailureKind.ConnectionAborted,
    ];

    [Fact]
    [Trait("Engine", "both")]
    public Task Every_method_fails_in_one_way_and_then_in_another() => AssertSameAsync(slack =>
    {
        foreach (var (index, method) in Methods.Index())
        {
            slack.CallFailures.Next(method, Kinds[(index + 3) % Kinds.Length]);
            slack.CallFailures.Next(method, Kinds[index % Kinds.Length]);
        }
    });

    [Fact]
    public Task Events_arrive_late_in_any_order_twice_and_at_once() => AssertSameAsync(slack =>
    {
        slack.Failures.Events.Duplicates.Always();
        slack.Failures.Events.Overlaps.Always();
        slack.Failures.Events.Shuffle(TimeSpan.FromSeconds(40), Seed);
        slack.Failures.Events.DelayBy(TimeSpan.FromSeconds(10));
    });

    // One failure at a time through a whole story, for tests/run long. The two tests above combine them.
    [Theory(Explicit = true)]
    [InlineData(CallFailureKind.RateLimited)]
    [InlineData(CallFailureKind.ServerError)]
    [InlineData(CallFailureKind.HtmlUnavailable)]
    [InlineData(CallFailureKind.TimeoutAfterEffect)]
    [InlineData(CallFailureKind.ConnectionAborted)]
    internal Task Every_method_fails_twice(CallFailureKind kind) =>
        AssertSameAsync(slack => Array.ForEach(Methods, method => slack.CallFailures.Next(method, kind, calls: 2)));

    [Fact(Explicit = true)]
    public Task Every_event_arrives_twice() => AssertSameAsync(slack => slack.Failures.Events.Duplicates.Always());

    [Fact(Explicit = true)]
    public Task Every_retry_arrives_while_the_first_delivery_is_running() =>
        AssertSameAsync(slack => slack.Failures.Events.Overlaps.Always());

    [Fact(Explicit = true)]
    public Task Events_overtake_each_other() => AssertSameAsync(slack => slack.Failures.Events.Swaps.Always());

    [Fact(Explicit = true)]
    public Task Events_arrive_in_any_order() => AssertSameAsync(slack => slack.Failures.Events.Shuffle(TimeSpan.FromSeconds(40), Seed));

    [Fact(Explicit = true)]
    public Task Events_arrive_late() => AssertSameAsync(slack => slack.Failures.Events.DelayBy(TimeSpan.FromSeconds(50)));

    private static async Task AssertSameAsync(Action<Sandbox.State.Workspace> failure)
    {
        var differences = SnapshotDiff.Between(await Baseline.Value, await RunAsync(failure));

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    private static async Task<IReadOnlyList<string>> RunAsync(Action<Sandbox.State.Workspace> failure)
    {
        await using var app = await BotApp.StartAsync();
        app.ExpectLogs();
        var runner = new PatientStoryRunner(app);
        var story = new CheckoutIsDown(runner);
        failure(app.Slack);
        await story.RunAsync();

        var normalizer = new TextNormalizer(runner.Steps, story.Number);
        var tables = await app.ReadAsync(async db =>
        {
            await db.Database.OpenConnectionAsync();
            return await TableSnapshot.OfAsync(db.Database.GetDbConnection(), normalizer, LaterWithFailures);
        });
        return [.. SlackSnapshot.Of(app.Slack, normalizer), .. tables];
    }
}
