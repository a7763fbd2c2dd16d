using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.FollowUps;
using IncidentBot.Domain.Language;

namespace IncidentBot.Domain.PostMortems;

/// <content>The recurrence checks, and why the structural gap was reopened.</content>
public sealed partial class PostMortem
{
    private readonly List<RecurrenceAnswer> _recurrenceAnswers = [];
    private readonly List<OpenCause> _openCauses = [];

    /// <summary>The answers to the recurrence check, oldest first; the last one counts.</summary>
    public IReadOnlyList<RecurrenceAnswer> RecurrenceAnswers => _recurrenceAnswers;

    /// <summary>Why its structural gap is open again, oldest first; empty while it is not.</summary>
    public IReadOnlyList<OpenCause> OpenCauses => _openCauses;

    /// <summary>Answers the recurrence check. The same answer twice counts once.</summary>
    /// <param name="verdict">The answer.</param>
    /// <param name="sentence">What happened again, without names; 1 to <see cref="PostMortemLimits.Reason"/> characters when it did, else
    /// not looked at.</param>
    /// <param name="incidentNumber">The later incident; null when it was none of the known ones.</param>
    /// <param name="seen">How many answers there were when the person was asked.</param>
    /// <param name="by">Who answers; who may is decided by the caller.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused when another answer was given in the meantime, and without the sentence ("sentence").</returns>
    public Result AnswerRecurrence(RecurrenceVerdict verdict, string? sentence, int? incidentNumber, int seen, PersonId by, DateTimeOffset now)
    {
        var (told, number) = verdict == RecurrenceVerdict.CameBack ? ((string?)TextRule.Clean(sentence), incidentNumber) : (null, null);
        if (told is not null && CheckReturn(told) is { } refusal)
        {
            return refusal;
        }

        if (seen != _recurrenceAnswers.Count)
        {
            return _recurrenceAnswers is [.., var last] && (last.Verdict, last.Sentence, last.IncidentNumber) == (verdict, told, number)
                ? Result.Accepted
                : new Refusal("Someone has answered in the meantime. Answer again to replace that answer.");
        }

        _recurrenceAnswers.Add(new RecurrenceAnswer(verdict, now.ToUniversalTime(), by, told, number));
        Record(by, now, verdict switch
        {
            RecurrenceVerdict.NotBack => "it has not come back",
            RecurrenceVerdict.CameBack => $"it came back: {told}",
            _ => "too early to say whether it has come back",
        }, PostMortemPart.FollowUps);
        SetCause(
            OpenCause.CameBack, told is null ? null : new OpenCause(OpenCause.CameBack, now.ToUniversalTime(), by, null, told, number));
        return Result.Accepted;
    }

    /// <summary>Reopens the structural gap when an action didn't work, and closes it again once the action did.</summary>
    /// <param name="item">An action of this post-mortem, after someone answered whether it worked.</param>
    /// <param name="now">When, UTC.</param>
    public void ApplyVerdict(ActionItem item, DateTimeOffset now)
    {
        var key = OpenCause.Of(item.Id);
        var opens = item is { Verdict: EffectivenessVerdict.DidNotWork, VerdictAt: { } at, VerdictBy: { } by }
            ? new OpenCause(key, at, by, item.Text, item.VerdictReason ?? "")
            : null;
        if (_openCauses.Find(cause => cause.Key == key) != opens)
        {
            SetCause(key, opens);
            Record(
                item.VerdictBy,
                now,
                opens is null ? $"the gap is no longer open: {item.Text}" : $"the gap is open again: {item.Text} did not work",
                PostMortemPart.Of(item.Id));
        }
    }

    /// <summary>Why an action reopened the gap; null when it did not.</summary>
    /// <param name="item">The action.</param>
    public OpenCause? CauseOf(ActionItem item) => _openCauses.Find(cause => cause.Key == OpenCause.Of(item.Id));

    private void SetCause(string key, OpenCause? cause)
    {
        _openCauses.RemoveAll(other => other.Key == key);
        _openCauses.AddRange(cause is null ? [] : [cause]);
    }

    private static Refusal? CheckReturn(string sentence) =>
        TextRule.Needed(sentence, PostMortemLimits.Reason, "sentence", "Say in one sentence what happened again.")
        ?? NoNames.Check(sentence, "sentence").Refusal;
}
