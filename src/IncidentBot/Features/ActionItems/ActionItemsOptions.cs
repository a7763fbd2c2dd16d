using System.ComponentModel.DataAnnotations;
using IncidentBot.Domain.ActionItems;

namespace IncidentBot.Features.ActionItems;

/// <summary>What a post-mortem can carry.</summary>
internal sealed class ActionItemsOptions
{
    public const string Section = "ActionItems";

    /// <summary>How many action items a post-mortem may have; further ones are parked.</summary>
    [Range(1, ActionBudget.Largest)]
    public int MaxPerPostMortem { get; set; } = ActionBudget.Usual;

    public ActionBudget Budget => new(MaxPerPostMortem);
}
