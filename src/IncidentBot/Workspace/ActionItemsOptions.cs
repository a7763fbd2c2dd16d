using System.ComponentModel.DataAnnotations;
using IncidentBot.Domain.ActionItems;

namespace IncidentBot.Workspace;

/// <summary>How many action items there can be, and when they are due.</summary>
internal sealed class ActionItemsOptions
{
    public const string Section = "ActionItems";

    /// <summary>How many action items a post-mortem may have; further ones are parked.</summary>
    [Range(1, ActionBudget.Largest)]
    public int MaxPerPostMortem { get; set; } = ActionBudget.Usual;

    /// <summary>The first day of any sprint; the form of an action item offers the end of the next one.</summary>
    public DateOnly SprintStart { get; set; } = new(2026, 1, 5);

    /// <summary>How long a sprint is, in days.</summary>
    [Range(1, 90)]
    public int SprintDays { get; set; } = 14;

    public Sprints Sprints => new(SprintStart, SprintDays);

    public ActionBudget Budget => new(MaxPerPostMortem);
}
