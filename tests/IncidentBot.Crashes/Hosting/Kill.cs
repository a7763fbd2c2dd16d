namespace IncidentBot.Crashes.Hosting;

/// <summary>A kill to come.</summary>
/// <param name="Name">What it is called in the table.</param>
/// <param name="Step">During which step of the story; <see cref="Start"/> for the very first start.</param>
/// <param name="Moment">A pattern for the moment; null to kill from outside after <paramref name="Milliseconds"/>.</param>
/// <param name="Nth">At which of the moments that fit.</param>
/// <param name="Milliseconds">For a kill by the clock on the wall.</param>
internal sealed record Kill(string Name, string Step, string? Moment, int Nth = 1, int Milliseconds = 0)
{
    public const string Start = "start";

    /// <summary>Chosen by a seed; such a moment need not come again.</summary>
    public bool IsRandom { get; init; }
}

/// <summary>What became of a kill: the moment at which the process died, or null when the step ended without.</summary>
internal sealed record Death(Kill Kill, string? Moment);
