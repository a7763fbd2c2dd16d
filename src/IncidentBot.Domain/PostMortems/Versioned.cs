using System.Globalization;

namespace IncidentBot.Domain.PostMortems;

/// <summary>
/// Has its own version and its own list of changes. The post-mortem, its meeting, its write-up and its reviews each have both, so
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

    private protected void Record(PersonId? by, DateTimeOffset now, string what, string? part = null, string? section = null)
    {
        Version++;
        _history.Add(new PostMortemChange(now.ToUniversalTime(), by, what, part, section));
    }

    /// <summary>Makes and records a change, unless there is nothing to change.</summary>
    private protected Result Write(
        bool changes, Action change, PersonId? by, DateTimeOffset now, string what, string part, string? section = null)
    {
        if (changes)
        {
            change();
            Record(by, now, what, part, section);
        }

        return Result.Accepted;
    }

    private protected static void Replace<T>(List<T> list, List<T> written)
    {
        list.Clear();
        list.AddRange(written);
    }

    private protected static string Stamp(DateTimeOffset instant) =>
        instant.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
