using IncidentBot.Domain;
using IncidentBot.Domain.FollowUps;
using IncidentBot.PostMortems;
using IncidentBot.Storage;

namespace IncidentBot.Features.FollowUps;

/// <summary>One answer as it was pressed or written.</summary>
internal sealed record GivenReturn(RecurrenceVerdict Verdict, int Seen, string? Sentence = null, int? IncidentNumber = null);

/// <summary>Keeps whether the incident has happened again, and what follows from it.</summary>
internal sealed class RecurrenceAnswers(IncidentDb db, ReopenedGap gap, TimeProvider time)
{
    /// <summary>Nothing that was answered already is done twice; saves.</summary>
    public async Task<Result> GiveAsync(PostMortemView view, GivenReturn given, PersonId by, CancellationToken cancellationToken)
    {
        var (postMortem, now) = (view.PostMortem, time.GetUtcNow());
        var count = postMortem.ReturnAnswers.Count;
        var result = postMortem.AnswerRecurrence(given.Verdict, given.Sentence, given.IncidentNumber, given.Seen, by, now);
        if (!result.Ok || postMortem.ReturnAnswers.Count == count)
        {
            return result;
        }

        if (postMortem.OpenCauses.FirstOrDefault(cause => cause.Key == OpenCause.CameBack) is { } opened)
        {
            await gap.SayAsync(view, opened, now, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return result;
    }
}
