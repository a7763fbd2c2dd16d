using IncidentBot.Domain.Language;
using IncidentBot.Domain.PostMortems;

namespace IncidentBot.Domain.FollowUps;

/// <content>The insights that people added in the progress review.</content>
public sealed partial class FollowUpReviews
{
    /// <summary>What was noted, oldest first.</summary>
    public IReadOnlyList<ReviewNote> Notes => _notes;

    /// <summary>
    /// Notes what was learned since the post-mortem, and what to improve in our own process. The same note twice counts once.
    /// </summary>
    /// <param name="insight">What was learned, without names; at most <see cref="PostMortemLimits.Point"/> characters.</param>
    /// <param name="process">What to improve, without names; at most as many.</param>
    /// <param name="by">Who notes it.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused when both are empty ("insight"), too long, or name someone ("insight", "process").</returns>
    public Result AddNote(string? insight, string? process, PersonId by, DateTimeOffset now)
    {
        var note = new ReviewNote(now.ToUniversalTime(), by, TextRule.CleanOrNull(insight), TextRule.CleanOrNull(process));
        if (note is { Insight: null, Process: null })
        {
            return new Refusal("Answer at least one of the two.", "insight");
        }

        if ((Check(note.Insight, "insight") ?? Check(note.Process, "process")) is { } refusal)
        {
            return refusal;
        }

        return ChangeIf(
            !_notes.Exists(known => known with { At = note.At } == note),
            () => _notes.Add(note),
            by,
            now,
            "added an insight in the progress review",
            PostMortemPart.FollowUps);
    }

    private static Refusal? Check(string? text, string field) =>
        TextRule.AtMost(text, PostMortemLimits.Point, field) ?? (text is null ? null : NoNames.Check(text, field).Refusal);
}
