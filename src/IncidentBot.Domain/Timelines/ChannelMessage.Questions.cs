namespace IncidentBot.Domain.Timelines;

/// <content>
/// A message that was put aside as a question for the post-mortem. The mark stands on the message itself, so it can be
/// set before there is a post-mortem, follows the message's edits, and goes with the reaction.
/// </content>
public sealed partial class ChannelMessage
{
    /// <summary>When it was put aside, UTC; null when it is not.</summary>
    public DateTimeOffset? ParkedAt { get; private set; }

    /// <summary>Who put it aside; null when it is not.</summary>
    public PersonId? ParkedBy { get; private set; }

    /// <summary>Puts it aside; twice is once.</summary>
    /// <param name="by">Who does.</param>
    /// <param name="now">The present instant.</param>
    public void Park(PersonId by, DateTimeOffset now)
    {
        if (ParkedAt is null)
        {
            (ParkedAt, ParkedBy) = (now.ToUniversalTime(), by);
            Version++;
        }
    }

    /// <summary>Takes it off the list of questions.</summary>
    public void Unpark()
    {
        if (ParkedAt is not null)
        {
            (ParkedAt, ParkedBy) = (null, null);
            Version++;
        }
    }
}
