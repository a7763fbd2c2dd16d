using IncidentBot.Crashes.Snapshots;
using IncidentBot.Crashes.Stories;
using IncidentBot.Sandbox;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Difficulties;

/// <summary>
/// A whole incident, from the first command to the last reminder, while Slack is difficult. At the end, Slack and the tables
/// must look as they do in a run without faults.
/// </summary>
[Trait("Engine", "both")]
public sealed class DifficultStoryTests
{
    private const int Seed = 20260303;

    private static readonly Lazy<Task<IReadOnlyList<string>>> Baseline = new(() => RunAsync(_ => { }));

    // These columns say when the service learned of something, so faults may change them.
    private static readonly string[] LaterWithFaults = ["added_at", "fetched_at"];

    private static readonly string[] Methods =
    [
        "chat.postMessage", "chat.update", "conversations.create", "conversations.invite", "conversations.setTopic",
        "conversations.history",
        "conversations.replies", "bookmarks.list", "bookmarks.add", "pins.add", "reactions.add", "files.getUploadURLExternal",
        "files.completeUploadExternal", "users.info", "users.conversations", "views.open", "views.update", "views.publish",
    ];

    private static readonly FaultKind[] Kinds =
    [
        FaultKind.RateLimited, FaultKind.ServerError, FaultKind.HtmlUnavailable, FaultKind.TimeoutAfterEffect, FaultKind.ConnectionAborted,
    ];

    [Fact]
    public Task Every_method_fails_in_one_way_and_then_in_another() => AssertSameAsync(slack =>
    {
        foreach (var (index, method) in Methods.Index())
        {
            slack.Faults.Next(method, Kinds[(index + 3) % Kinds.Length]);
            slack.Faults.Next(method, Kinds[index % Kinds.Length]);
        }
    });

    [Fact]
    public Task Events_arrive_late_in_any_order_twice_and_at_once() => AssertSameAsync(slack =>
    {
        slack.Troubles.Events.Duplicates.Always();
        slack.Troubles.Events.Overlaps.Always();
        slack.Troubles.Events.Shuffle(TimeSpan.FromSeconds(40), Seed);
        slack.Troubles.Events.DelayBy(TimeSpan.FromSeconds(10));
    });

    // One difficulty at a time through a whole story, for tests/run long. The two tests above combine them.
    [Theory(Explicit = true)]
    [InlineData(FaultKind.RateLimited)]
    [InlineData(FaultKind.ServerError)]
    [InlineData(FaultKind.HtmlUnavailable)]
    [InlineData(FaultKind.TimeoutAfterEffect)]
    [InlineData(FaultKind.ConnectionAborted)]
    internal Task Every_method_fails_twice(FaultKind kind) =>
        AssertSameAsync(slack => Array.ForEach(Methods, method => slack.Faults.Next(method, kind, calls: 2)));

    [Fact(Explicit = true)]
    public Task Every_event_arrives_twice() => AssertSameAsync(slack => slack.Troubles.Events.Duplicates.Always());

    [Fact(Explicit = true)]
    public Task Every_retry_arrives_while_the_first_delivery_is_running() =>
        AssertSameAsync(slack => slack.Troubles.Events.Overlaps.Always());

    [Fact(Explicit = true)]
    public Task Events_overtake_each_other() => AssertSameAsync(slack => slack.Troubles.Events.Swaps.Always());

    [Fact(Explicit = true)]
    public Task Events_arrive_in_any_order() => AssertSameAsync(slack => slack.Troubles.Events.Shuffle(TimeSpan.FromSeconds(40), Seed));

    [Fact(Explicit = true)]
    public Task Events_arrive_late() => AssertSameAsync(slack => slack.Troubles.Events.DelayBy(TimeSpan.FromSeconds(50)));

    private static async Task AssertSameAsync(Action<Sandbox.State.Workspace> difficulty)
    {
        var differences = SnapshotDiff.Between(await Baseline.Value, await RunAsync(difficulty));

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    private static async Task<IReadOnlyList<string>> RunAsync(Action<Sandbox.State.Workspace> difficulty)
    {
        await using var app = await BotApp.StartAsync();
        app.ExpectLogs();
        var runner = new PatientStoryRunner(app);
        var story = new CheckoutIsDown(runner);
        difficulty(app.Slack);
        await story.RunAsync();

        var normalizer = new TextNormalizer(runner.Steps, story.Number);
        var tables = await app.ReadAsync(async db =>
        {
            await db.Database.OpenConnectionAsync();
            return await TableSnapshot.OfAsync(db.Database.GetDbConnection(), normalizer, LaterWithFaults);
        });
        return [.. SlackSnapshot.Of(app.Slack, normalizer), .. tables];
    }
}
