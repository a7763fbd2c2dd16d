using IncidentBot.Domain;
using IncidentBot.Domain.FollowUps;
using IncidentBot.PostMortems;
using IncidentBot.Storage;

namespace IncidentBot.Features.FollowUps;

/// <summary>An answer to the recurrence check, from a button or the form.</summary>
internal sealed record RecurrenceInput(RecurrenceVerdict Verdict, int Seen, string? Sentence = null, int? IncidentNumber = null);

/// <summary>Saves an answer to the recurrence check, and reopens the structural gap when needed.</summary>
internal sealed class RecurrenceAnswers(IncidentDb db, ReopenedGap gap, TimeProvider time)
{
    /// <summary>A repeated answer changes nothing.</summary>
    public async Task<Result> SaveAsync(PostMortemView view, RecurrenceInput input, PersonId by, CancellationToken cancellationToken)
    {
        var (postMortem, now) = (view.PostMortem, time.GetUtcNow());
        var count = postMortem.Reviews.RecurrenceAnswers.Count;
        var result = postMortem.Reviews.AnswerRecurrence(input.Verdict, input.Sentence, input.IncidentNumber, input.Seen, by, now);
        if (!result.Ok || postMortem.Reviews.RecurrenceAnswers.Count == count)
        {
            return result;
        }

        if (postMortem.Reviews.ReopenReasons.FirstOrDefault(known => known.Key == ReopenReason.CameBack) is { } cause)
        {
            await gap.PostAsync(view, cause, now, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return result;
    }
}
