using IncidentBot.Domain.Language;
using IncidentBot.Domain.PostMortems;

namespace IncidentBot.Domain.WriteUps;

/// <content>
/// Factors, learnings and parked points. The caller gives the id of a new item, so that a repeated submission adds it once;
/// removing a missing item is accepted.
/// </content>
public sealed partial class WriteUp
{
    /// <summary>Adds a contributing factor at the end, or rewrites the one with this id.</summary>
    /// <param name="id">A new id, or that of the factor to edit.</param>
    /// <param name="draft">What is written about it.</param>
    /// <param name="by">Who wrote it.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused when empty, too long or mentioning a person ("text"), without category and effect ("category"), or when the
    /// list is full.</returns>
    public Result WriteFactor(Guid id, FactorDraft draft, PersonId by, DateTimeOffset now)
    {
        if (draft.Check() is { } refusal)
        {
            return refusal;
        }

        if (_factors.Find(factor => factor.Id == id) is { } known)
        {
            var same = new FactorDraft(
                known.Text, known.Category, known.Effect, known.IsAssumption) == draft with { Text = draft.Text.Trim() };
            return ChangeIf(!same, () => known.Write(draft), by, now, "factor edited", PostMortemPart.Of(id), PostMortemPart.Factors);
        }

        var position = _factors.Select(factor => factor.Position).DefaultIfEmpty().Max() + 1;
        return RefuseIfFull(_factors.Count)
            ?? ChangeIf(
                true,
                () => _factors.Add(new ContributingFactor(id, position, draft)),
                by,
                now,
                "factor added",
                PostMortemPart.Of(id),
                PostMortemPart.Factors);
    }

    /// <summary>Removes a factor; a missing one is accepted.</summary>
    /// <param name="id">The factor.</param>
    /// <param name="by">Who removed it.</param>
    /// <param name="now">When, UTC.</param>
    public void RemoveFactor(Guid id, PersonId by, DateTimeOffset now) =>
        ChangeIf(
            _factors.RemoveAll(factor => factor.Id == id) > 0,
            static () => { },
            by,
            now,
            "factor removed",
            PostMortemPart.Of(id),
            PostMortemPart.Factors);

    /// <summary>Adds a learning at the end, or rewrites the one with this id.</summary>
    /// <param name="id">A new id, or that of the learning to edit.</param>
    /// <param name="text">The insight, without a person's name.</param>
    /// <param name="destination">Where it goes; null while undecided.</param>
    /// <param name="by">Who wrote it.</param>
    /// <param name="now">When, UTC.</param>
    /// <param name="link">The address of the result, http or https; null when there is none.</param>
    /// <returns>Refused when empty, too long or mentioning a person ("text"), for a link that is not a web address ("link"), or when
    /// the list is full.</returns>
    public Result WriteLearning(
        Guid id, string text, LearningDestination? destination, PersonId by, DateTimeOffset now, string? link = null)
    {
        var wrongLink = TextRule.WebAddress(
            link, PostMortemLimits.Link, "link", "Enter a full web address, such as https://wiki.example.com/adr/6.");
        if ((Learning.Check(text) ?? wrongLink) is { } refusal)
        {
            return refusal;
        }

        if (_learnings.Find(learning => learning.Id == id) is { } known)
        {
            var changes = known.Text != text.Trim() || known.Destination != destination || known.Link != TextRule.CleanOrNull(link);
            return ChangeIf(
                changes,
                () => known.Write(text, destination, link),
                by,
                now,
                "learning edited",
                PostMortemPart.Of(id),
                PostMortemPart.Learnings);
        }

        var position = _learnings.Select(learning => learning.Position).DefaultIfEmpty().Max() + 1;
        return RefuseIfFull(_learnings.Count)
            ?? ChangeIf(
                true,
                () => _learnings.Add(new Learning(id, position, text, destination, link)),
                by,
                now,
                "learning added",
                PostMortemPart.Of(id),
                PostMortemPart.Learnings);
    }

    /// <summary>Removes a learning; a missing one is accepted.</summary>
    /// <param name="id">The learning.</param>
    /// <param name="by">Who removed it.</param>
    /// <param name="now">When, UTC.</param>
    public void RemoveLearning(Guid id, PersonId by, DateTimeOffset now) =>
        ChangeIf(
            _learnings.RemoveAll(learning => learning.Id == id) > 0,
            static () => { },
            by,
            now,
            "learning removed",
            PostMortemPart.Of(id),
            PostMortemPart.Learnings);

    /// <summary>Parks a question or a possible cause. The same id twice parks once.</summary>
    /// <param name="id">A new id.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="text">1 to <see cref="PostMortemLimits.Point"/> characters; a cause mentions no person.</param>
    /// <param name="by">Who parked it.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused when empty, too long or, for a cause, mentioning a person ("text").</returns>
    public Result Park(Guid id, ParkedKind kind, string text, PersonId by, DateTimeOffset now)
    {
        var refusal = TextRule.Required(text, PostMortemLimits.Point, "text", "Say what to come back to.")
            ?? (kind == ParkedKind.Cause ? NoNames.Check(text, "text").Refusal : null);
        if (refusal is not null)
        {
            return refusal;
        }

        return _parked.Exists(item => item.Id == id)
            ? Result.Accepted
            : RefuseIfFull(_parked.Count)
                ?? ChangeIf(
                    true,
                    () => _parked.Add(new ParkedItem(id, kind, text, by, now.ToUniversalTime())),
                    by,
                    now,
                    "point parked",
                    PostMortemPart.Of(id));
    }

    /// <summary>Settles a parked point: it was answered, dropped, or became an idea. The same outcome twice counts once.</summary>
    /// <param name="id">The point.</param>
    /// <param name="outcome">What became of it.</param>
    /// <param name="answer">The answer, 1 to <see cref="PostMortemLimits.Point"/> characters; null for any other outcome.</param>
    /// <param name="by">Who settles it.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>
    /// Refused when it is no longer there, has another outcome already, or when the answer is empty or too long ("answer").
    /// </returns>
    public Result SettleParked(Guid id, ParkedOutcome outcome, string? answer, PersonId by, DateTimeOffset now)
    {
        if (outcome is ParkedOutcome.Answered
            && TextRule.Required(answer, PostMortemLimits.Point, "answer", "Write the answer in a sentence or two.") is { } refusal)
        {
            return refusal;
        }

        return _parked.Find(item => item.Id == id) switch
        {
            null => new Refusal("This point is no longer in the parking lot."),
            { Outcome: { } known } when known != outcome => new Refusal("Someone else settled this point in the meantime."),
            var item => ChangeIf(
                item.Outcome is null || item.Answer != TextRule.CleanOrNull(answer),
                () => item.Settle(outcome, TextRule.CleanOrNull(answer), by, now),
                by,
                now,
                outcome switch
                {
                    ParkedOutcome.Answered => "parked point answered",
                    ParkedOutcome.Dropped => "parked point dropped",
                    _ => "parked point made an idea",
                },
                PostMortemPart.Of(id)),
        };
    }

    private static Result? RefuseIfFull(int count) => count < PostMortemLimits.Points
        ? default(Result?)
        : new Refusal($"There are already {PostMortemLimits.Points} entries. Merge or remove some first.");
}
