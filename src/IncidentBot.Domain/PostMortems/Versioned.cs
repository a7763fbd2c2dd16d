using System.Globalization;

namespace IncidentBot.Domain.PostMortems;

/// <summary>
/// Something with its own version and its own history. The post-mortem, its meeting, its write-up and its reviews each have both, so
/// someone who moves the meeting never conflicts with someone who writes the summary.
/// </summary>
public abstract class Versioned
{
    private readonly List<PostMortemChange> _history = [];

    private protected Versioned()
    {
    }

    /// <summary>How often it was changed; the concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>Its changes, oldest first.</summary>
    public IReadOnlyList<PostMortemChange> History => _history;

    private protected void Record(PersonId? by, DateTimeOffset now, string what, string? part = null, string? section = null) =>
        Record(new PostMortemChange(now.ToUniversalTime(), by, what, part, section));

    /// <summary>Records a change of the people in a part. The words name the person by id.</summary>
    private protected void RecordAbout(PersonId person, PersonId? by, DateTimeOffset now, string what, string part) =>
        Record(new PostMortemChange(now.ToUniversalTime(), by, what, part) { People = [person] });

    /// <summary>Makes and records a change if something differs; otherwise leaves version and history alone.</summary>
    private protected Result ChangeIf(
        bool differs, Action change, PersonId? by, DateTimeOffset now, string what, string part, string? section = null)
    {
        if (differs)
        {
            change();
            Record(by, now, what, part, section);
        }

        return Result.Accepted;
    }

    private void Record(PostMortemChange change)
    {
        Version++;
        _history.Add(change);
    }

    private protected static void Replace<T>(List<T> list, List<T> items)
    {
        list.Clear();
        list.AddRange(items);
    }

    private protected static string Stamp(DateTimeOffset instant) =>
        instant.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
