using IncidentBot.Sandbox.Tests.Lab;

namespace IncidentBot.Sandbox.Tests.Failures;

public sealed class EventFailuresTests
{
    [Fact]
    public async Task Events_can_arrive_twice()
    {
        await using var lab = await SlackLab.StartAsync();
        lab.Workspace.Failures.Events.Duplicates.Next();

        await TypeAsync(lab, "one", "two");

        Assert.Equal(["one", "one", "two"], Texts(lab));
        Assert.Equal(lab.Bot.All[0].Body, lab.Bot.All[1].Body);
        Assert.Equal("1", lab.Bot.All[1].Headers["X-Slack-Retry-Num"]);
    }

    [Fact]
    public async Task Events_can_get_lost()
    {
        await using var lab = await SlackLab.StartAsync();
        lab.Workspace.Failures.Events.Drops.Next(2);

        await TypeAsync(lab, "one", "two", "three");

        Assert.Equal(["three"], Texts(lab));
    }

    [Fact]
    public async Task Two_events_can_change_places()
    {
        await using var lab = await SlackLab.StartAsync();
        lab.Workspace.Failures.Events.Swaps.Next();

        await TypeAsync(lab, "one", "two", "three");

        Assert.Equal(["two", "one", "three"], Texts(lab));
    }

    [Fact]
    public async Task An_event_that_nothing_overtakes_arrives_all_the_same()
    {
        await using var lab = await SlackLab.StartAsync();
        lab.Workspace.Failures.Events.Swaps.Next();

        await TypeAsync(lab, "alone");
        Assert.Empty(Texts(lab));
        lab.Clock.Advance(TimeSpan.FromSeconds(5));
        await lab.Workspace.SettleAsync();

        Assert.Equal(["alone"], Texts(lab));
    }

    [Fact]
    public async Task Late_events_keep_their_order()
    {
        await using var lab = await SlackLab.StartAsync();
        lab.Workspace.Failures.Events.DelayBy(TimeSpan.FromMinutes(10));

        await TypeAsync(lab, "one", "two");
        Assert.Empty(Texts(lab));
        Assert.Equal(lab.Clock.GetUtcNow().AddMinutes(10), lab.Workspace.NextDelivery);
        lab.Clock.Advance(TimeSpan.FromMinutes(10));
        await lab.Workspace.SettleAsync();
        Assert.Equal(["one", "two"], Texts(lab));

        await TypeAsync(lab, "three");
        lab.Workspace.Failures.Events.DelayBy(TimeSpan.Zero);
        await lab.Workspace.SettleAsync();
        Assert.Equal(["one", "two", "three"], Texts(lab));
    }

    [Fact]
    public async Task Shuffled_events_all_arrive_in_the_order_of_the_seed()
    {
        string[] sent = [.. Enumerable.Range(0, 20).Select(i => $"message {i}")];

        var once = await ShuffledAsync(sent, seed: 7);
        var again = await ShuffledAsync(sent, seed: 7);

        Assert.Equal(sent.Order(), once.Order());
        Assert.NotEqual(sent, once);
        Assert.Equal(once, again);
    }

    [Fact]
    public async Task A_retry_can_arrive_while_the_first_delivery_is_still_running()
    {
        await using var lab = await SlackLab.StartAsync();
        var answer = new TaskCompletionSource();
        lab.Bot.Until = answer.Task;
        lab.Workspace.Failures.Events.Overlaps.Next();

        await lab.Workspace.As("ben").TypeAsync("incidents", "one");
        await lab.Bot.HasReceivedAsync(2);
        Assert.Equal(1, lab.Workspace.PendingDeliveries);
        answer.SetResult();
        await lab.Workspace.SettleAsync();

        Assert.Equal(["", "1"], lab.Bot.All.Select(r => r.Headers["X-Slack-Retry-Num"].ToString()).Order());
        Assert.Single(lab.Bot.All.Select(r => r.Envelope.Text("event_id")).Distinct());
    }

    [Fact]
    public async Task All_is_well_again_at_once()
    {
        await using var lab = await SlackLab.StartAsync();
        var events = lab.Workspace.Failures.Events;
        events.Drops.Always();
        events.Duplicates.Always();
        events.Overlaps.Always();
        events.Swaps.Always();
        events.DelayBy(TimeSpan.FromMinutes(1));
        events.Shuffle(TimeSpan.FromSeconds(5), seed: 1);
        Assert.Equal(6, lab.Workspace.Failures.Active.Count);

        lab.Workspace.Failures.EndAll();
        await TypeAsync(lab, "one", "two");

        Assert.Empty(lab.Workspace.Failures.Active);
        Assert.Equal(["one", "two"], Texts(lab));
    }

    private static async Task<IReadOnlyList<string>> ShuffledAsync(string[] texts, int seed)
    {
        await using var lab = await SlackLab.StartAsync();
        lab.Workspace.Failures.Events.Shuffle(TimeSpan.FromSeconds(10), seed);
        await TypeAsync(lab, texts);
        lab.Clock.Advance(TimeSpan.FromSeconds(10));
        await lab.Workspace.SettleAsync();
        return Texts(lab);
    }

    private static async Task TypeAsync(SlackLab lab, params string[] texts)
    {
        foreach (var text in texts)
        {
            await lab.Workspace.As("ben").TypeAsync("incidents", text);
        }

        await lab.Workspace.SettleAsync();
    }

    private static IReadOnlyList<string> Texts(SlackLab lab) => [.. lab.Bot.Events.Select(e => e.Text("text")!)];
}
