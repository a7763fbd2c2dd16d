namespace IncidentBot.Domain.PostMortems;

/// <summary>
/// When the bot offers to archive the channel: a week after publishing, and a week after every "not yet", at most three times.
/// The channel stays while the write-up isn't published or the incident is open again.
/// </summary>
public static class ArchiveOffers
{
    /// <summary>The most offers made for one channel.</summary>
    public const int MaxOffers = 3;

    /// <summary>The time from publishing, or from a "not yet", to the next offer.</summary>
    public static TimeSpan Interval { get; } = TimeSpan.FromDays(7);

    /// <summary>When the next offer is due.</summary>
    /// <param name="publishedAt">When the write-up was published.</param>
    /// <param name="offers">How many offers were made so far.</param>
    /// <param name="postponedAt">When someone answered the last offer with "not yet"; null when no one did.</param>
    /// <returns>The instant; null while the last offer is unanswered, and after the last offer.</returns>
    public static DateTimeOffset? Due(DateTimeOffset publishedAt, int offers, DateTimeOffset? postponedAt) => offers switch
    {
        0 => publishedAt + Interval,
        < MaxOffers => postponedAt + Interval,
        _ => null,
    };

    /// <summary>Whether the channel may be archived.</summary>
    /// <param name="publishedAt">When the write-up was published; null when it is not.</param>
    /// <param name="incidentIsOpen">Whether the incident is open or was reopened.</param>
    /// <returns>A refusal that says why not; accepted otherwise.</returns>
    public static Result MayArchive(DateTimeOffset? publishedAt, bool incidentIsOpen) => (publishedAt, incidentIsOpen) switch
    {
        (_, true) => new Refusal("The incident is open again. Resolve it before archiving the channel."),
        (null, _) => new Refusal("The write-up isn't published yet. Publish it before archiving the channel."),
        _ => Result.Accepted,
    };
}
