using IncidentBot.Domain.Language;

namespace IncidentBot.Domain.ActionItems;

/// <summary>How many action items a post-mortem may have. Further ones are parked; one is promoted when an item is dropped.</summary>
public sealed record ActionBudget
{
    /// <summary>The default.</summary>
    public const int Usual = 3;

    /// <summary>The largest that the setting allows.</summary>
    public const int Largest = 5;

    /// <summary>A budget.</summary>
    /// <param name="max">From 1 to <see cref="Largest"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The setting is outside its range.</exception>
    public ActionBudget(int max = Usual)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(max, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(max, Largest);
        Max = max;
    }

    /// <summary>How many fit.</summary>
    public int Max { get; }

    /// <summary>
    /// How many more fit. Done items count, dropped ones don't. One that didn't work leaves its place to the action that replaces it.
    /// </summary>
    /// <param name="items">The items of one incident.</param>
    public int Room(IEnumerable<ActionItem> items) => Math.Max(0, Max - items.Count(item =>
        item.State != ActionState.Dropped && item.Verdict != EffectivenessVerdict.DidNotWork));

    /// <summary>Why a draft is parked instead of becoming an action item; null when it can become one.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="items">The action items of the same incident.</param>
    public ParkReason? WhyParked(ActionDraft draft, IEnumerable<ActionItem> items) => draft switch
    {
        { Owner: null } => ParkReason.NoOwner,
        { DueDate: null } => ParkReason.NoDate,
        _ when Room(items) == 0 => ParkReason.OverBudget,
        _ => null,
    };

    /// <summary>The sentence that says why something was parked.</summary>
    /// <param name="reason">The reason.</param>
    public string Sentence(ParkReason reason) => reason switch
    {
        ParkReason.NoOwner => $"Parked: no owner yet. {HarmWords.NoOwner}",
        ParkReason.NoDate => "Parked: no due date yet.",
        _ => $"Parked: the limit of {Max} is reached. {HarmWords.TooManyActions} Drop an action item to make room.",
    };

    /// <summary>The parked idea that takes the place of a dropped action: the best ranked, then the oldest.</summary>
    /// <param name="ideas">The ideas of one incident.</param>
    /// <param name="items">Its items.</param>
    /// <returns>Null while there is no room or nothing is parked.</returns>
    public ActionIdea? NextToPromote(IEnumerable<ActionIdea> ideas, IEnumerable<ActionItem> items) =>
        Room(items) == 0
            ? null
            : ideas.Where(idea => idea is { State: IdeaState.Parked, ParkedBecause: ParkReason.OverBudget })
                .OrderBy(idea => idea.Rank ?? int.MaxValue)
                .ThenBy(idea => idea.CreatedAt)
                .FirstOrDefault();
}
