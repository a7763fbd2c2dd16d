namespace IncidentBot.Crashes.Stories;

/// <summary>Tells a story step by step, each at an instant of its own, whatever goes wrong on the way.</summary>
internal interface ITeller
{
    Sandbox.State.Workspace Slack { get; }

    /// <summary>The service starts for the first time, on an empty database.</summary>
    Task BeginAsync();

    /// <summary>Something happens, and what follows from it.</summary>
    /// <param name="name">What.</param>
    /// <param name="minutes">How long after the step before.</param>
    /// <param name="act">What somebody does.</param>
    /// <param name="seen">How they see that it took effect; null for what Slack itself takes in.</param>
    Task StepAsync(string name, int minutes, Func<Task> act, Func<bool>? seen = null);

    /// <summary>Time passes, and nobody does anything.</summary>
    Task WaitAsync(string name, int minutes);

    /// <summary>Fills a modal in and sends it; when the modal has trouble, again.</summary>
    Task SubmitAsync(string person, string callbackId, params (string Field, string Value)[] values);
}
