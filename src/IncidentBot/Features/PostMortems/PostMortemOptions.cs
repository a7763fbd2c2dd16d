using IncidentBot.Features.PostMortems.WriteUps;

namespace IncidentBot.Features.PostMortems;

/// <summary>What write-ups look like.</summary>
internal sealed class PostMortemOptions
{
    public const string Section = "PostMortems";

    /// <summary>How people appear in a write-up's timeline: Roles, Handles or Anonymous.</summary>
    public TimelineNames TimelineNames { get; set; } = TimelineNames.Roles;
}
