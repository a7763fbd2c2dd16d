namespace IncidentBot.Crashes.Stories;

/// <summary>Runs a story step by step, each step at a fixed instant, whatever goes wrong on the way.</summary>
internal interface IStoryRunner
{
    Sandbox.State.Workspace Slack { get; }

    /// <summary>The service starts for the first time, on an empty database.</summary>
    Task BeginAsync();

    /// <summary>Someone acts, and everything that follows from it happens.</summary>
    /// <param name="name">The name of the step.</param>
    /// <param name="minutes">How long after the previous step.</param>
    /// <param name="act">What the person does.</param>
    /// <param name="seen">How the person sees that it took effect; null for actions that Slack itself handles.</param>
    Task StepAsync(string name, int minutes, Func<Task> act, Func<bool>? seen = null);

    /// <summary>Time passes, and no one does anything.</summary>
    Task WaitAsync(string name, int minutes);

    /// <summary>Fills in a modal and submits it, again if Slack shows a connection error.</summary>
    Task SubmitAsync(string person, string callbackId, params (string Field, string Value)[] values);
}
