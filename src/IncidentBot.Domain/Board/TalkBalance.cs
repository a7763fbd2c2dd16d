using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Timelines;

namespace IncidentBot.Domain.Board;

/// <summary>One person contributes more than half of what a meeting writes down, so others may hold back.</summary>
/// <param name="Person">Who.</param>
/// <param name="Points">How many points are theirs.</param>
/// <param name="All">How many there are.</param>
public sealed record TalkBalance(PersonId Person, int Points, int All)
{
    /// <summary>With fewer points, no one can be said to dominate.</summary>
    public const int Enough = 6;

    private static readonly string[] NoPoints =
    [
        PostMortemPart.Timeline, PostMortemPart.FollowUps, PostMortemPart.Meeting, PostMortemPart.Facilitator,
        PostMortemPart.Attendance, PostMortemPart.Artefacts, PostMortemPart.Waiver, PostMortemPart.WriteUp,
    ];

    /// <summary>
    /// Looks at what was added since the meeting began: timeline entries, ideas, and sections of the write-up. The people who
    /// run the board or facilitate write for everyone: their points count, but never as too many.
    /// </summary>
    /// <param name="board">The meeting.</param>
    /// <param name="postMortem">Its record of changes says who wrote which part; each part counts once for each person.</param>
    /// <param name="entries">The timeline, without removed entries.</param>
    /// <param name="ideas">All ideas of the incident, whatever became of them.</param>
    /// <returns>Null while the talk is balanced or there are too few points.</returns>
    public static TalkBalance? Of(
        MeetingBoard board, PostMortem postMortem, IEnumerable<TimelineEntry> entries, IEnumerable<ActionIdea> ideas)
    {
        var since = board.StartedAt;
        var points = entries.Where(entry => entry.AddedAt >= since).Select(entry => entry.AuthorId)
            .Concat(ideas.Where(idea => idea.CreatedAt >= since).Select(idea => (PersonId?)idea.CreatedBy))
            .Concat(postMortem.AllChanges.Where(change => change.At >= since && IsPoint(change.Part))
                .DistinctBy(change => (change.By, change.Part)).Select(change => change.By))
            .OfType<PersonId>()
            .ToList();

        return points.CountBy(person => person)
            .Where(one => points.Count >= Enough && one.Value * 2 > points.Count)
            .Where(one => one.Key != board.RunBy && one.Key != postMortem.Facilitator)
            .Select(one => new TalkBalance(one.Key, one.Value, points.Count))
            .FirstOrDefault();
    }

    private static bool IsPoint(string? part) => part is not null && !NoPoints.Contains(part);
}
