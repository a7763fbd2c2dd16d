namespace IncidentBot.Domain.PostMortems;

/// <summary>
/// When the bot offers to archive the channel: a week after publishing, and a week after every "not yet", a few times at
/// most. While a write-up is not published or the incident is open again, the channel stays.
/// </summary>
public static class ArchiveOffers
{
    /// <summary>How many offers there are at most.</summary>
    public const int AtMost = 3;

    /// <summary>How long after publishing, and after every "not yet".</summary>
    public static TimeSpan After { get; } = TimeSpan.FromDays(7);

    /// <summary>When the next offer is due.</summary>
    /// <param name="publishedAt">When the write-up was published.</param>
    /// <param name="made">How many offers were made so far.</param>
    /// <param name="putOffAt">When someone answered the last one with "not yet"; null when no one did.</param>
    /// <returns>The instant; null while the last offer is unanswered, and after the last offer.</returns>
    public static DateTimeOffset? Due(DateTimeOffset publishedAt, int made, DateTimeOffset? putOffAt) => made switch
    {
        0 => publishedAt + After,
        < AtMost => putOffAt + After,
        _ => null,
    };

    /// <summary>Whether the channel may be archived.</summary>
    /// <param name="publishedAt">When the write-up was published; null when it is not.</param>
    /// <param name="incidentIsOpen">Whether the incident is open, perhaps again.</param>
    /// <returns>A refusal that says why not; accepted otherwise.</returns>
    public static Result MayArchive(DateTimeOffset? publishedAt, bool incidentIsOpen) => (publishedAt, incidentIsOpen) switch
    {
        (_, true) => new Refusal("The incident is open again. Resolve it before archiving the channel."),
        (null, _) => new Refusal("The write-up isn't published yet. Publish it before archiving the channel."),
        _ => Result.Accepted,
    };
}
