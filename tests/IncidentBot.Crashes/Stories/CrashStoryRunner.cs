using IncidentBot.Crashes.Hosting;

namespace IncidentBot.Crashes.Stories;

/// <summary>
/// Runs the story while the service is killed. People behave as people do: when an action fails because the service died,
/// they wait until it is back, look whether the action took effect, and repeat it if not.
/// </summary>
internal sealed class CrashStoryRunner(TestCluster cluster, IEnumerable<Kill> kills) : IStoryRunner
{
    private const int Attempts = 5;

    private readonly ILookup<string, Kill> _kills = kills.ToLookup(kill => kill.Step, StringComparer.Ordinal);
    private readonly List<(string Name, DateTimeOffset At)> _steps = [];
    private readonly List<(string Step, string Checkpoint)> _checkpoints = [];

    public Sandbox.State.Workspace Slack => cluster.Slack;

    public bool HasKills => _kills.Count > 0;

    /// <summary>The steps so far and when they began, the same in every run.</summary>
    public IReadOnlyList<(string Name, DateTimeOffset At)> Steps => _steps;

    /// <summary>The checkpoints that the service reached: candidates for further kills.</summary>
    public IReadOnlyList<(string Step, string Checkpoint)> Checkpoints => _checkpoints;

    public async Task BeginAsync()
    {
        _steps.Add((Kill.Start, cluster.Now));
        await cluster.ScheduleKillsAsync(_kills[Kill.Start]);
        await cluster.SettleAsync();
        await cluster.CancelKillsAsync();
        await RecordCheckpointsAsync(Kill.Start);
    }

    public async Task StepAsync(string name, int minutes, Func<Task> act, Func<bool>? seen = null)
    {
        var at = _steps[^1].At + TimeSpan.FromMinutes(minutes);
        _steps.Add((name, at));
        await cluster.ScheduleKillsAsync(_kills[name]);
        await cluster.MoveToAsync(at);
        await ActAsync(name, act, seen);
        await cluster.SweepAsync();
        await cluster.CancelKillsAsync();
        await RecordCheckpointsAsync(name);
    }

    public Task WaitAsync(string name, int minutes) => StepAsync(name, minutes, () => Task.CompletedTask);

    /// <summary>Fills in a modal and submits it; when Slack shows a connection error, submits again once the service is back.</summary>
    public async Task SubmitAsync(string person, string callbackId, params (string Field, string Value)[] values)
    {
        for (var attempt = 1; Slack.OpenView(person) is { } open && open.CallbackId == callbackId; attempt++)
        {
            var somebody = Slack.As(person);
            var top = await somebody.SubmitAsync(await somebody.FillAsync(open, values));
            if (top?.Banner is null || attempt == Attempts)
            {
                return;
            }

            await cluster.EnsureRunningAsync();
        }
    }

    private async Task ActAsync(string name, Func<Task> act, Func<bool>? seen)
    {
        for (var attempt = 1; ; attempt++)
        {
            await cluster.EnsureRunningAsync();
            var starts = cluster.Starts;
            await act();
            await cluster.SettleAsync();
            if (seen?.Invoke() != false)
            {
                return;
            }

            if (cluster.Starts == starts || attempt == Attempts)
            {
                throw new InvalidOperationException($"\"{name}\" took no effect, although the service did not die.\n{Traffic()}");
            }
        }
    }

    private async Task RecordCheckpointsAsync(string step)
    {
        var checkpoints = await cluster.TakeCheckpointsAsync();
        _checkpoints.AddRange(checkpoints.Select(checkpoint => (step, checkpoint)));
    }

    private string Traffic() => string.Join('\n', Slack.Calls.Deliveries.TakeLast(10).Select(delivery => $"to the bot: {delivery}")
        .Concat(Slack.Calls.Api.TakeLast(10).Select(call => $"from the bot: {call}"))
        .Concat(cluster.Output));
}
