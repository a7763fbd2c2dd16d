namespace IncidentBot.Domain.PostMortems;

/// <content>The meeting agrees on what happened before it asks why.</content>
public sealed partial class PostMortem
{
    /// <summary>When the meeting agreed on the timeline, UTC; null before.</summary>
    public DateTimeOffset? TimelineAgreedAt { get; private set; }

    /// <summary>Who confirmed the agreement; null before.</summary>
    public PersonId? TimelineAgreedBy { get; private set; }

    /// <summary>Records that the meeting agreed on the timeline. Repeating it changes nothing.</summary>
    /// <param name="by">Who confirms it.</param>
    /// <param name="now">When, UTC.</param>
    public void AgreeOnTimeline(PersonId by, DateTimeOffset now)
    {
        if (TimelineAgreedAt is null)
        {
            (TimelineAgreedAt, TimelineAgreedBy) = (now.ToUniversalTime(), by);
            Record(by, now, "timeline agreed", PostMortemPart.Timeline);
        }
    }

    /// <summary>Reopens the timeline for discussion.</summary>
    /// <param name="by">Who says so.</param>
    /// <param name="now">When, UTC.</param>
    public void ReopenTimeline(PersonId by, DateTimeOffset now)
    {
        if (TimelineAgreedAt is not null)
        {
            (TimelineAgreedAt, TimelineAgreedBy) = (null, null);
            Record(by, now, "timeline no longer agreed", PostMortemPart.Timeline);
        }
    }
}
