using System.Collections.Concurrent;
using IncidentBot.Domain;

namespace IncidentBot.People;

/// <summary>
/// Ids of which Slack said that there is no such person. Anyone can write them into a message, which is then shown often.
/// </summary>
internal sealed class UnknownIds(TimeProvider time)
{
    private const int Most = 10_000;
    private static readonly TimeSpan Holds = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<PersonId, DateTimeOffset> _since = new();

    public bool Contains(PersonId id) => _since.TryGetValue(id, out var since) && time.GetUtcNow() - since < Holds;

    public void Add(PersonId id)
    {
        if (_since.Count >= Most)
        {
            _since.Clear();
        }

        _since[id] = time.GetUtcNow();
    }
}
