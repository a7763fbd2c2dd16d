namespace IncidentBot.Domain.Timelines;

/// <content>
/// How a message is parked as a question for the post-mortem. This is stored with the message, so it works before there is a
/// post-mortem, follows the message's edits, and ends when the reaction is removed.
/// </content>
public sealed partial class ChannelMessage
{
    /// <summary>When it was parked, UTC; null when it is not.</summary>
    public DateTimeOffset? ParkedAt { get; private set; }

    /// <summary>Who parked it; null when it is not.</summary>
    public PersonId? ParkedBy { get; private set; }

    /// <summary>Parks it; repeating it changes nothing.</summary>
    /// <param name="by">Who parks it.</param>
    /// <param name="now">The present instant.</param>
    public void Park(PersonId by, DateTimeOffset now)
    {
        if (ParkedAt is null)
        {
            (ParkedAt, ParkedBy) = (now.ToUniversalTime(), by);
            Version++;
        }
    }

    /// <summary>Removes it from the parked questions.</summary>
    public void Unpark()
    {
        if (ParkedAt is not null)
        {
            (ParkedAt, ParkedBy) = (null, null);
            Version++;
        }
    }
}
