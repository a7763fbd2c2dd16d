using IncidentBot.Domain;
using IncidentBot.Domain.FollowUps;
using IncidentBot.PostMortems;
using IncidentBot.Storage;

namespace IncidentBot.Features.FollowUps;

/// <summary>One answer as it was pressed or written.</summary>
internal sealed record GivenReturn(RecurrenceVerdict Verdict, int Seen, string? Sentence = null, int? IncidentNumber = null);

/// <summary>Saves a recurrence answer and what follows from it.</summary>
internal sealed class RecurrenceAnswers(IncidentDb db, ReopenedGap gap, TimeProvider time)
{
    /// <summary>Repeated answers change nothing; saves.</summary>
    public async Task<Result> GiveAsync(PostMortemView view, GivenReturn given, PersonId by, CancellationToken cancellationToken)
    {
        var (postMortem, now) = (view.PostMortem, time.GetUtcNow());
        var count = postMortem.Reviews.RecurrenceAnswers.Count;
        var result = postMortem.Reviews.AnswerRecurrence(given.Verdict, given.Sentence, given.IncidentNumber, given.Seen, by, now);
        if (!result.Ok || postMortem.Reviews.RecurrenceAnswers.Count == count)
        {
            return result;
        }

        if (postMortem.Reviews.OpenCauses.FirstOrDefault(cause => cause.Key == OpenCause.CameBack) is { } opened)
        {
            await gap.SayAsync(view, opened, now, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return result;
    }
}
