namespace IncidentBot.Crashes.Hosting;

/// <summary>A planned kill of the service.</summary>
/// <param name="Name">Its name in the report.</param>
/// <param name="Step">The step of the story during which it happens; <see cref="Start"/> for the first start of the service.</param>
/// <param name="Checkpoint">A pattern for the checkpoint; null to kill from outside after <paramref name="Milliseconds"/>.</param>
/// <param name="Nth">Which of the matching checkpoints, counted from 1.</param>
/// <param name="Milliseconds">The delay of a kill without a checkpoint.</param>
internal sealed record Kill(string Name, string Step, string? Checkpoint, int Nth = 1, int Milliseconds = 0)
{
    public const string Start = "start";

    /// <summary>Chosen by a seed; its checkpoint may not be reached again.</summary>
    public bool IsRandom { get; init; }
}

/// <summary>The outcome of a kill: the checkpoint at which the process died, or null if the step ended before.</summary>
internal sealed record KillOutcome(Kill Kill, string? Checkpoint);
