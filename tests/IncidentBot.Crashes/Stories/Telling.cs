using IncidentBot.Crashes.Hosting;

namespace IncidentBot.Crashes.Stories;

/// <summary>
/// One telling of the story: steps that begin at instants of their own, and people who behave like people. Whoever got an
/// error or nothing, because the service died, waits until it is back, looks, and does it again if it did not happen.
/// </summary>
internal sealed class Telling(TestCluster town, IEnumerable<Kill> kills) : ITeller
{
    private const int Attempts = 5;

    private readonly ILookup<string, Kill> _kills = kills.ToLookup(kill => kill.Step, StringComparer.Ordinal);
    private readonly List<(string Name, DateTimeOffset At)> _steps = [];
    private readonly List<(string Step, string Moment)> _moments = [];

    public TestCluster TestCluster => town;

    public Sandbox.State.Workspace Slack => town.Slack;

    public bool HasKills => _kills.Count > 0;

    /// <summary>The steps so far and when they began, the same in every telling.</summary>
    public IReadOnlyList<(string Name, DateTimeOffset At)> Steps => _steps;

    /// <summary>The moments that the service passed, for those who look for more places to kill it at.</summary>
    public IReadOnlyList<(string Step, string Moment)> Moments => _moments;

    public async Task BeginAsync()
    {
        _steps.Add((Kill.Start, town.Now));
        await town.ThreatenAsync(_kills[Kill.Start]);
        await town.SettleAsync();
        await town.SpareAsync();
        await KeepMomentsAsync(Kill.Start);
    }

    public async Task StepAsync(string name, int minutes, Func<Task> act, Func<bool>? seen = null)
    {
        var at = _steps[^1].At + TimeSpan.FromMinutes(minutes);
        _steps.Add((name, at));
        await town.ThreatenAsync(_kills[name]);
        await town.MoveToAsync(at);
        await ActAsync(name, act, seen);
        await town.SweepAsync();
        await town.SpareAsync();
        await KeepMomentsAsync(name);
    }

    public Task WaitAsync(string name, int minutes) => StepAsync(name, minutes, () => Task.CompletedTask);

    /// <summary>Fills a modal in and sends it; when the modal has trouble, again as soon as the service is back.</summary>
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

            await town.UpAsync();
        }
    }

    private async Task ActAsync(string name, Func<Task> act, Func<bool>? seen)
    {
        for (var attempt = 1; ; attempt++)
        {
            await town.UpAsync();
            var lives = town.Lives;
            await act();
            await town.SettleAsync();
            if (seen?.Invoke() != false)
            {
                return;
            }

            if (town.Lives == lives || attempt == Attempts)
            {
                throw new InvalidOperationException($"\"{name}\" took no effect, and the service had not died.\n{Traffic()}");
            }
        }
    }

    private async Task KeepMomentsAsync(string step)
    {
        var moments = await town.MomentsAsync();
        _moments.AddRange(moments.Select(moment => (step, moment)));
    }

    private string Traffic() => string.Join('\n', Slack.Calls.Deliveries.TakeLast(10).Select(delivery => $"to the bot: {delivery}")
        .Concat(Slack.Calls.Api.TakeLast(10).Select(call => $"from the bot: {call}"))
        .Concat(town.StandardError));
}
