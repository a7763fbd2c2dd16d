using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Language;
using IncidentBot.Domain.PostMortems;

namespace IncidentBot.Domain.FollowUps;

/// <summary>
/// The reviews after a post-mortem: their dates, whether the incident happened again, and why its structural gap is open again.
/// All instants are UTC.
/// </summary>
public sealed partial class FollowUpReviews : Versioned
{
    private readonly List<FollowUp> _followUps = [];
    private readonly List<RecurrenceAnswer> _recurrenceAnswers = [];
    private readonly List<ReopenReason> _reopenReasons = [];
    private readonly List<ReviewNote> _notes = [];

    internal FollowUpReviews()
    {
    }

    /// <summary>The dates of the follow-up reviews, in order; empty until the meeting is held or the write-up published.</summary>
    public IReadOnlyList<FollowUp> FollowUps => _followUps;

    /// <summary>Fills in the planned dates once. Dates that someone chose are kept.</summary>
    /// <param name="days">The planned dates.</param>
    /// <param name="now">When, UTC.</param>
    public void OfferFollowUps(IReadOnlyList<FollowUp> days, DateTimeOffset now) =>
        ChangeIf(
            _followUps.Count == 0 && days.Count > 0,
            () => Replace(_followUps, [.. days]),
            null,
            now,
            "follow-up dates filled in",
            PostMortemPart.FollowUps);

    /// <summary>Replaces the dates with those that the meeting chose.</summary>
    /// <param name="days">At most one for each kind, in any order.</param>
    /// <param name="today">Today.</param>
    /// <param name="by">Who chose them.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused without any date, and for today or earlier. The field is the kind in lower case: "effectiveness".</returns>
    public Result ScheduleReviews(IReadOnlyList<FollowUp> days, DateOnly today, PersonId by, DateTimeOffset now)
    {
        if (days.Count == 0)
        {
            return new Refusal("Choose at least one date.", "effectiveness");
        }

        if (days.FirstOrDefault(day => day.On <= today) is { } past)
        {
            return new Refusal("The review date must be in the future. Choose a later one.", past.Kind.ToString().ToLowerInvariant());
        }

        List<FollowUp> ordered = [.. days.OrderBy(day => day.On).ThenBy(day => day.Kind)];
        return ChangeIf(
            !ordered.SequenceEqual(_followUps),
            () => Replace(_followUps, ordered),
            by,
            now,
            "follow-up dates chosen",
            PostMortemPart.FollowUps);
    }

    /// <summary>The answers to the recurrence check, oldest first; the last one counts.</summary>
    public IReadOnlyList<RecurrenceAnswer> RecurrenceAnswers => _recurrenceAnswers;

    /// <summary>Whether it is time to say that the incident has not happened again; that it has can be said at any time.</summary>
    /// <param name="today">Today.</param>
    /// <returns>True from the recurrence check's date until a final answer.</returns>
    public bool AsksForRecurrence(DateOnly today) => RecurrenceOn <= today;

    /// <summary>Why its structural gap is open again, oldest first; empty when it is not.</summary>
    public IReadOnlyList<ReopenReason> ReopenReasons => _reopenReasons;

    /// <summary>Answers the recurrence check. The same answer twice counts once.</summary>
    /// <param name="verdict">The answer.</param>
    /// <param name="sentence">What happened again, without names; 1 to <see cref="PostMortemLimits.Reason"/> characters. Ignored for
    /// the other answers.</param>
    /// <param name="incidentNumber">The later incident; null when it is not in the list.</param>
    /// <param name="seen">How many answers there were when the person was asked.</param>
    /// <param name="by">Who answers; the caller checks that they may.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused when someone else has answered in the meantime, and without the sentence ("sentence").</returns>
    public Result AnswerRecurrence(
        RecurrenceVerdict verdict, string? sentence, int? incidentNumber, int seen, PersonId by, DateTimeOffset now)
    {
        var (what, number) = verdict == RecurrenceVerdict.CameBack ? ((string?)TextRule.Clean(sentence), incidentNumber) : (null, null);
        if (what is not null && CheckRecurrenceSentence(what) is { } refusal)
        {
            return refusal;
        }

        if (seen != _recurrenceAnswers.Count)
        {
            return _recurrenceAnswers is [.., var last] && (last.Verdict, last.Sentence, last.IncidentNumber) == (verdict, what, number)
                ? Result.Accepted
                : new Refusal("Someone has already answered. Answer again to replace that answer.");
        }

        _recurrenceAnswers.Add(new RecurrenceAnswer(verdict, now.ToUniversalTime(), by, what, number));
        Record(by, now, verdict switch
        {
            RecurrenceVerdict.NotBack => "has not happened again",
            RecurrenceVerdict.CameBack => $"happened again: {what}",
            _ => "too early to say whether it has happened again",
        }, PostMortemPart.FollowUps);
        SetReopenReason(
            ReopenReason.CameBack,
            what is null ? null : new ReopenReason(ReopenReason.CameBack, now.ToUniversalTime(), by, null, what, number));
        return Result.Accepted;
    }

    /// <summary>Reopens the structural gap when an action didn't work, and closes it again once the action did.</summary>
    /// <param name="item">An action of this post-mortem, after someone answered whether it worked.</param>
    /// <param name="now">When, UTC.</param>
    public void ApplyVerdict(ActionItem item, DateTimeOffset now)
    {
        var key = ReopenReason.Of(item.Id);
        var cause = item is { Verdict: EffectivenessVerdict.DidNotWork, VerdictAt: { } at, VerdictBy: { } by }
            ? new ReopenReason(key, at, by, item.Text, item.VerdictReason ?? "")
            : null;
        if (_reopenReasons.Find(known => known.Key == key) != cause)
        {
            SetReopenReason(key, cause);
            Record(
                item.VerdictBy,
                now,
                cause is null
                    ? $"no longer a reason for the open gap: {item.Text}"
                    : $"the structural gap is open again: {item.Text} did not work",
                PostMortemPart.Of(item.Id));
        }
    }

    /// <summary>Why an action reopened the gap; null when it did not.</summary>
    /// <param name="item">The action.</param>
    public ReopenReason? ReopenReasonOf(ActionItem item) => _reopenReasons.Find(cause => cause.Key == ReopenReason.Of(item.Id));

    private void SetReopenReason(string key, ReopenReason? cause)
    {
        _reopenReasons.RemoveAll(other => other.Key == key);
        _reopenReasons.AddRange(cause is null ? [] : [cause]);
    }

    private static Refusal? CheckRecurrenceSentence(string sentence) =>
        TextRule.Required(sentence, PostMortemLimits.Reason, "sentence", "Say in one sentence what happened again.")
        ?? NoNames.Check(sentence, "sentence").Refusal;
}
