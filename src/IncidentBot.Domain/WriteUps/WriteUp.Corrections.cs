using IncidentBot.Domain.Language;
using IncidentBot.Domain.PostMortems;

namespace IncidentBot.Domain.WriteUps;

/// <content>Corrections of facts: asked for while the draft is shared, welcome afterwards.</content>
public sealed partial class WriteUp
{
    /// <summary>All corrections, oldest first.</summary>
    public IReadOnlyList<FactualCorrection> Corrections => _corrections;

    /// <summary>Sends a correction. The same id twice counts once.</summary>
    /// <param name="id">A new id.</param>
    /// <param name="text">What is wrong and what is correct.</param>
    /// <param name="section">Which part it is about; null when not said.</param>
    /// <param name="by">Who sends it; everyone who can read the draft may.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused while there is no draft, and for an empty text or one that is too long ("text").</returns>
    public Result Propose(Guid id, string text, DocumentSection? section, PersonId by, DateTimeOffset now)
    {
        if (DraftedAt is null && PublishedAt is null)
        {
            return new Refusal("The draft isn't out yet. Until then, edit the document directly.", "text");
        }

        if (TextRule.Needed(text, PostMortemLimits.Point, "text", "Say in one sentence what is wrong and what is correct.") is { } refusal)
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
    /// <param name="declinedBecause">Why the document stays as it is; null accepts the correction.</param>
    /// <param name="by">Who answers; who may is decided by <see cref="PostMortemRights"/>.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused when it was answered otherwise already, and for a reason that is empty or too long ("reason").</returns>
    public Result AnswerCorrection(Guid id, string? declinedBecause, PersonId by, DateTimeOffset now)
    {
        if (_corrections.Find(known => known.Id == id) is not { } correction)
        {
            return new Refusal("That correction no longer exists.");
        }

        if (declinedBecause is not null
            && TextRule.Needed(
                declinedBecause,
                PostMortemLimits.Reason,
                "reason",
                "Say why the document is correct as it is. The sender of the correction sees your reason.") is { } refusal)
        {
            return refusal;
        }

        var answer = declinedBecause is null ? CorrectionAnswer.Accepted : CorrectionAnswer.Declined;
        if (correction.Answer is not CorrectionAnswer.Open)
        {
            return correction.Answer == answer
                ? Result.Accepted
                : new Refusal(
                    $"This correction was already {correction.Answer.ToString().ToLowerInvariant()}.",
                    declinedBecause is null ? null : "reason");
        }

        correction.Settle(answer, TextRule.CleanOrNull(declinedBecause), by, now);
        Record(by, now, answer is CorrectionAnswer.Accepted ? "correction accepted" : "correction declined", PostMortemPart.Of(id));
        return Result.Accepted;
    }
}
