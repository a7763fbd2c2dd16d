using IncidentBot.Domain.Language;
using IncidentBot.Domain.PostMortems;

namespace IncidentBot.Domain.WriteUps;

/// <content>Corrections that readers send: requested while the draft is shared, possible afterwards.</content>
public sealed partial class WriteUp
{
    /// <summary>All corrections, oldest first.</summary>
    public IReadOnlyList<FactualCorrection> Corrections => _corrections;

    /// <summary>Sends a correction. The same id twice counts once.</summary>
    /// <param name="id">A new id.</param>
    /// <param name="text">What is wrong and what is correct.</param>
    /// <param name="section">The section that it is about; null when the sender named none.</param>
    /// <param name="by">Who sends it; everyone who can read the draft may.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused while there is no draft, and for an empty text or one that is too long ("text").</returns>
    public Result SendCorrection(Guid id, string text, DocumentSection? section, PersonId by, DateTimeOffset now)
    {
        if (DraftedAt is null && PublishedAt is null)
        {
            return new Refusal("The draft isn't shared yet. Until then, edit the document directly.", "text");
        }

        if (TextRule.Required(text, PostMortemLimits.Point, "text", "Say in one sentence what is wrong and what is correct.")
            is { } refusal)
        {
            return refusal;
        }

        return ChangeIf(
            !_corrections.Exists(known => known.Id == id),
            () => _corrections.Add(new FactualCorrection(id, TextRule.Clean(text), section, by, now)),
            by, now, "correction sent", PostMortemPart.Of(id));
    }

    /// <summary>Accepts or declines a correction. The same answer twice counts once.</summary>
    /// <param name="id">Which.</param>
    /// <param name="declineReason">Why the document stays as it is; null accepts the correction.</param>
    /// <param name="by">Who answers; who may is decided by <see cref="PostMortemRights"/>.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused when it already has the other answer, and for a reason that is empty or too long ("reason").</returns>
    public Result AnswerCorrection(Guid id, string? declineReason, PersonId by, DateTimeOffset now)
    {
        if (_corrections.Find(known => known.Id == id) is not { } correction)
        {
            return new Refusal("This correction no longer exists.");
        }

        if (declineReason is not null
            && TextRule.Required(
                declineReason,
                PostMortemLimits.Reason,
                "reason",
                "Say why the document is correct as it is. The sender of the correction sees your reason.") is { } refusal)
        {
            return refusal;
        }

        if (correction.Answer is not CorrectionAnswer.Open)
        {
            return correction.IsAccepted == declineReason is null
                ? Result.Accepted
                : new Refusal(
                    $"This correction was already {(correction.IsAccepted ? "accepted" : "declined")}.",
                    declineReason is null ? null : "reason");
        }

        var answer = declineReason is null ? CorrectionAnswer.Accepted : CorrectionAnswer.Declined;
        correction.SetAnswer(answer, TextRule.CleanOrNull(declineReason), by, now);
        Record(by, now, answer is CorrectionAnswer.Accepted ? "correction accepted" : "correction declined", PostMortemPart.Of(id));
        return Result.Accepted;
    }

    /// <summary>Accepts a correction and states that the document already says so: nothing has to be edited. Twice counts once.</summary>
    /// <param name="id">Which.</param>
    /// <param name="by">Who states it; who may is decided by <see cref="PostMortemRights"/>.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused when it was declined or no longer exists.</returns>
    public Result ConfirmAlreadyRight(Guid id, PersonId by, DateTimeOffset now)
    {
        var accepted = AnswerCorrection(id, declineReason: null, by, now);
        return accepted.Ok && _corrections.Find(known => known.Id == id) is { } correction
            ? ChangeIf(
                correction.Answer is not CorrectionAnswer.AlreadyRight,
                () => correction.SetAnswer(CorrectionAnswer.AlreadyRight, reason: null, by, now),
                by,
                now,
                "correction found to be made already",
                PostMortemPart.Of(id))
            : accepted;
    }

    /// <summary>
    /// The accepted corrections that no one has made: their section was not edited since, and no one stated that the document is
    /// already right. Without a named section any edit counts.
    /// </summary>
    /// <param name="editedElsewhere">
    /// When the sections whose content is kept outside the write-up were last edited, UTC: the timeline and the action items.
    /// </param>
    public IEnumerable<FactualCorrection> PendingCorrections(IReadOnlyDictionary<DocumentSection, DateTimeOffset> editedElsewhere) =>
        _corrections.Where(correction => correction.Answer is CorrectionAnswer.Accepted && !IsEditedSince(correction, editedElsewhere));

    private bool IsEditedSince(FactualCorrection correction, IReadOnlyDictionary<DocumentSection, DateTimeOffset> editedElsewhere)
    {
        var part = PostMortemPart.Of(correction.Id);
        var words = WriteUpSections.Written.Where(section => correction.Section is null || section.Id == correction.Section)
            .Select(section => section.Word).ToHashSet();

        // The order of the record decides, because an answer and an edit can have the same instant.
        return History.Reverse().TakeWhile(change => change.Part != part)
            .Any(change => IsEdit(change) && (words.Contains(change.Part) || words.Contains(change.Section)))
            || editedElsewhere.Any(edit => (correction.Section ?? edit.Key) == edit.Key && edit.Value >= correction.AnsweredAt);
    }

    /// <summary>The timeline's part of the record says what the meeting agreed on; its entries have their own record.</summary>
    private static bool IsEdit(PostMortemChange change) => change.Part != PostMortemPart.Timeline;
}
