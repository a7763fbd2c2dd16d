using IncidentBot.Domain.Severities;

namespace IncidentBot.Domain.Incidents;

/// <summary>What the resolve modal asks for; everything else can follow later.</summary>
/// <param name="EndedAt">When it ended for the people affected; not before the start, not in the future.</param>
/// <param name="Sentence">One sentence on what happened, 1 to 500 characters.</param>
/// <param name="Triggers">The ticked reasons for a post-mortem.</param>
public sealed record Resolution(DateTimeOffset EndedAt, string Sentence, PostMortemTriggers Triggers)
{
    /// <summary>The milestones that were filled in; empty when none were. They replace known ones.</summary>
    public IReadOnlyDictionary<Milestone, DateTimeOffset> Milestones { get; init; } =
        new Dictionary<Milestone, DateTimeOffset>();
}
