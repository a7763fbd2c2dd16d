using IncidentBot.Domain.Language;

namespace IncidentBot.Domain.ActionItems;

/// <content>Whether it worked: the owner is asked some weeks after the meeting.</content>
public sealed partial class ActionItem
{
    /// <summary>Whether it worked; null until someone answered, and after it was reopened.</summary>
    public EffectivenessVerdict? Verdict { get; private set; }

    /// <summary>When the verdict was given.</summary>
    public DateTimeOffset? VerdictAt { get; private set; }

    /// <summary>Who gave the verdict.</summary>
    public PersonId? VerdictBy { get; private set; }

    /// <summary>What is still missing, when it did not work; null otherwise.</summary>
    public string? VerdictReason { get; private set; }

    /// <summary>
    /// How many verdicts were given. A new verdict names the count it was based on, so that no one replaces a verdict unseen.
    /// </summary>
    public int TimesJudged { get; private set; }

    /// <summary>It is done and it worked.</summary>
    public bool IsVerified => State == ActionState.Done && Verdict == EffectivenessVerdict.Achieved;

    /// <summary>Records whether it worked. The same answer twice counts once.</summary>
    /// <param name="verdict">The answer.</param>
    /// <param name="missing">What is still missing, without names; 1 to <see cref="ActionLimits.Reason"/> characters when it did not work,
    /// otherwise ignored.</param>
    /// <param name="seen"><see cref="TimesJudged"/> when the person was asked.</param>
    /// <param name="by">Who answers.</param>
    /// <param name="rights">Owner, helpers, lead and facilitator may.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused for others, for an unfinished action, when someone else has answered in the meantime, and without the sentence
    /// ("missing").</returns>
    public Result GiveVerdict(
        EffectivenessVerdict verdict, string? missing, int seen, PersonId by, ActionItemRights rights, DateTimeOffset now)
    {
        var reason = verdict == EffectivenessVerdict.DidNotWork ? TextRule.Clean(missing) : null;
        if ((MayGiveVerdict(by, rights).Refusal ?? (reason is null ? null : CheckMissing(reason))) is { } refusal)
        {
            return refusal;
        }

        if (seen != TimesJudged)
        {
            return (Verdict, VerdictReason) == (verdict, reason)
                ? Result.Accepted
                : new Refusal("Someone has already answered. Answer again to replace that answer.");
        }

        (Verdict, VerdictReason, VerdictAt, VerdictBy) = (verdict, reason, now.ToUniversalTime(), by);
        TimesJudged++;
        Record(by, now, verdict switch
        {
            EffectivenessVerdict.Achieved => "verified: it worked",
            EffectivenessVerdict.NotYet => "too early to say whether it worked",
            _ => $"did not work: {reason}",
        });
        return Result.Accepted;
    }

    /// <summary>Whether someone may say now whether it worked.</summary>
    /// <param name="by">Who answers.</param>
    /// <param name="rights">Owner, helpers, lead and facilitator may.</param>
    /// <returns>Refused for others, and for an unfinished action.</returns>
    public Result MayGiveVerdict(PersonId by, ActionItemRights rights)
    {
        if (!rights.MayChangeState(this, by))
        {
            return new Refusal(
                "Only the owner, the helpers, the incident's lead and the facilitator can say whether it worked. Ask one of them.");
        }

        return State == ActionState.Done
            ? Result.Accepted
            : new Refusal("The action isn't done yet, so no one can tell whether it worked.");
    }

    private void ClearVerdict() => (Verdict, VerdictReason, VerdictAt, VerdictBy) = (null, null, null, null);

    private static Refusal? CheckMissing(string reason) =>
        TextRule.Required(reason, ActionLimits.Reason, "missing", "Say in one sentence what is still missing.")
        ?? NoNames.Check(reason, "missing").Refusal;
}
