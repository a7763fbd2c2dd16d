using System.Globalization;
using IncidentBot.Domain.ActionItems;

namespace IncidentBot.Domain.Recurrence;

/// <summary>An action that was decided after an earlier incident of a class.</summary>
/// <param name="State">Its state.</param>
/// <param name="Verdict">Whether it worked; null while no one said.</param>
/// <param name="ClosedAt">When it was done or dropped, UTC; null while it is open.</param>
public sealed record PastAction(ActionState State, EffectivenessVerdict? Verdict, DateTimeOffset? ClosedAt);

/// <summary>
/// What became of the actions that were decided after earlier incidents, when the cause is back: they were not done, or they were done and
/// didn't work.
/// </summary>
/// <param name="Done">Done.</param>
/// <param name="Ineffective">Those of them that didn't work: their owner said so, or they were done before the cause came back.</param>
/// <param name="Dropped">Dropped with a reason.</param>
/// <param name="Open">Neither done nor dropped.</param>
public sealed record PastActions(int Done, int Ineffective, int Dropped, int Open)
{
    /// <summary>All of them.</summary>
    public int Total => Done + Dropped + Open;

    /// <summary>Those that were not done.</summary>
    public int Undone => Dropped + Open;

    /// <summary>Every action was done before the cause came back, so the analysis stopped too early.</summary>
    public bool StoppedTooEarly => Total > 0 && Ineffective == Total;

    /// <summary>"2 done, 1 dropped", without what there is none of; "none" when there were none.</summary>
    public string Counts => Total == 0
        ? "none"
        : string.Join(", ", new[] { (Done, "done"), (Dropped, "dropped"), (Open, "open") }
            .Where(each => each.Item1 > 0).Select(each => Text($"{each.Item1} {each.Item2}")));

    /// <summary>Whether they were undone or ineffective, in one or two sentences.</summary>
    public string Sentence => this switch
    {
        { Total: 0 } => "No action was decided after the earlier incidents.",
        { StoppedTooEarly: true } => Text(
            $"{All(Total)} done, and the cause came back: the earlier analysis stopped too early."),
        { Undone: 0, Ineffective: 0 } => Text($"{All(Total)} done, but only after the cause came back."),
        { Undone: 0 } => Text($"{All(Total)} done, {Ineffective} of them before the cause came back."),
        { Done: 0 } => Text($"None of the earlier actions was done ({Counts})."),
        { Ineffective: 0 } => Text($"{Undone} of {Total} earlier actions were not done ({Counts})."),
        _ => Text($"{Undone} of {Total} earlier actions were not done ({Counts}). {Ineffective} had no lasting effect."),
    };

    /// <summary>Counts them.</summary>
    /// <param name="actions">The actions of the earlier incidents.</param>
    /// <param name="cameBackAt">When the newest incident of the class started, UTC. What was done at that instant came too late.</param>
    public static PastActions Of(IEnumerable<PastAction> actions, DateTimeOffset cameBackAt)
    {
        var all = actions.ToList();
        var done = all.FindAll(action => action.State == ActionState.Done);
        return new PastActions(
            done.Count,
            done.Count(action => action.Verdict == EffectivenessVerdict.DidNotWork || action.ClosedAt < cameBackAt),
            all.Count(action => action.State == ActionState.Dropped),
            all.Count(action => action.State is not (ActionState.Done or ActionState.Dropped)));
    }

    private static string All(int total) => total switch
    {
        1 => "The only earlier action was",
        2 => "Both earlier actions were",
        _ => Text($"All {total} earlier actions were"),
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
