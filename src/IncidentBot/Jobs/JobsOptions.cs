namespace IncidentBot.Jobs;

internal sealed class JobsOptions
{
    public const string Section = "Jobs";

    /// <summary>Whether <c>/jobs</c> shows Hangfire's dashboard, to this machine alone.</summary>
    public bool Dashboard { get; set; }
}
