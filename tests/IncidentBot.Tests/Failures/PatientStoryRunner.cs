using IncidentBot.Crashes.Stories;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Failures;

/// <summary>
/// Runs the story while Slack fails. People are patient: they repeat an action that had no effect, and they wait for
/// whatever arrives late.
/// </summary>
internal sealed class PatientStoryRunner(BotApp app) : IStoryRunner
{
    private const int Attempts = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly List<(string Name, DateTimeOffset At)> _steps = [];

    public Sandbox.State.Workspace Slack => app.Slack;

    /// <summary>The steps so far and when they began, the same in every run.</summary>
    public IReadOnlyList<(string Name, DateTimeOffset At)> Steps => _steps;

    public Task BeginAsync()
    {
        _steps.Add(("start", app.Now));
        return SettleAsync();
    }

    public async Task StepAsync(string name, int minutes, Func<Task> act, Func<bool>? seen = null)
    {
        var at = _steps[^1].At + TimeSpan.FromMinutes(minutes);
        _steps.Add((name, at));
        app.Time.Advance(at > app.Now ? at - app.Now : TimeSpan.Zero);
        for (var attempt = 1; ; attempt++)
        {
            await act();
            await SettleAsync();
            if (seen?.Invoke() != false)
            {
                break;
            }

            Assert.True(attempt < Attempts, $"\"{name}\" had no effect.\n{app.Traffic()}");
        }

        await app.SweepAsync();
        await SettleAsync();
    }

    public Task WaitAsync(string name, int minutes) => StepAsync(name, minutes, () => Task.CompletedTask);

    public async Task SubmitAsync(string person, string callbackId, params (string Field, string Value)[] values)
    {
        if (Slack.OpenView(person) is { } open && open.CallbackId == callbackId)
        {
            var somebody = Slack.As(person);
            await somebody.SubmitAsync(await somebody.FillAsync(open, values));
        }
    }

    /// <summary>Waits until nothing is left to do and every late delivery has arrived.</summary>
    private async Task SettleAsync()
    {
        var end = app.Now + Patience;
        await app.SettleAsync();
        while (Slack.NextDelivery is { } next && next <= end)
        {
            app.Time.Advance(next > app.Now ? next - app.Now : TimeSpan.Zero);
            await app.SettleAsync();
        }
    }
}
