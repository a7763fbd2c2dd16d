namespace IncidentBot.Domain.Timelines;

/// <content>
/// A message that was parked as a question for the post-mortem. The mark is stored with the message itself, so it can be
/// set before there is a post-mortem, follows the message's edits, and disappears with the reaction.
/// </content>
public sealed partial class ChannelMessage
{
    /// <summary>When it was parked, UTC; null when it is not.</summary>
    public DateTimeOffset? ParkedAt { get; private set; }

    /// <summary>Who parked it; null when it is not.</summary>
    public PersonId? ParkedBy { get; private set; }

    /// <summary>Parks it; repeating it changes nothing.</summary>
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
