namespace IncidentBot.Domain.PostMortems;

/// <content>The room agrees on what happened before it asks why.</content>
public sealed partial class PostMortem
{
    /// <summary>When the room agreed on the timeline, UTC; null while it did not.</summary>
    public DateTimeOffset? TimelineAgreedAt { get; private set; }

    /// <summary>Who said so for the room; null while nobody did.</summary>
    public PersonId? TimelineAgreedBy { get; private set; }

    /// <summary>The timeline is agreed. Saying it again changes nothing: the first time counts.</summary>
    /// <param name="by">Who says so for the room.</param>
    /// <param name="now">When, UTC.</param>
    public void AgreeOnTimeline(PersonId by, DateTimeOffset now)
    {
        if (TimelineAgreedAt is null)
        {
            (TimelineAgreedAt, TimelineAgreedBy) = (now.ToUniversalTime(), by);
            Record(by, now, "timeline agreed", PostMortemPart.Timeline);
        }
    }

    /// <summary>It has to be talked about again.</summary>
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
