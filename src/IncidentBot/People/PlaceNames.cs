using System.Collections.Concurrent;
using IncidentBot.Slack.WebApi;

namespace IncidentBot.People;

/// <summary>
/// Names of public channels and user groups, for mentions that carry none. A private channel keeps its name to its members, so the
/// bot never tells it elsewhere.
/// </summary>
internal sealed class PlaceNames(ISlackApi slack, PlaceNameCache cache, TimeProvider time)
{
    /// <summary>The channel's name; null when it is private, or unknown to Slack.</summary>
    public Task<string?> ChannelAsync(string id, CancellationToken cancellationToken) => cache.FindAsync(id, time.GetUtcNow(), async () =>
    {
        var response = await slack.SendAsync(new ConversationsInfo(id), cancellationToken);
        return (response.IsSilence, response.Ok && response.Value.Channel is { IsPrivate: false, IsIm: false, Name: { Length: > 0 } name }
            ? name
            : null);
    });

    /// <summary>The group's handle; null when Slack does not know the group, or does not tell.</summary>
    public Task<string?> GroupAsync(string id, CancellationToken cancellationToken) => cache.FindAsync(id, time.GetUtcNow(), async () =>
    {
        var response = await slack.SendAsync(new UserGroupsList(), cancellationToken);
        var group = response.Ok ? response.Value.Usergroups.FirstOrDefault(group => group.Id == id) : null;
        return (response.IsSilence, group is { Handle.Length: > 0 } ? group.Handle : null);
    });
}

/// <summary>Names that Slack told within the last hour.</summary>
internal sealed class PlaceNameCache
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, (string? Name, DateTimeOffset At)> _names = new(StringComparer.Ordinal);

    /// <summary>The name from the cache, or from Slack; an answer that failed to arrive is asked for again the next time.</summary>
    public async Task<string?> FindAsync(string id, DateTimeOffset now, Func<Task<(bool Silence, string? Name)>> ask)
    {
        if (_names.TryGetValue(id, out var known) && now - known.At < Lifetime)
        {
            return known.Name;
        }

        var (silence, name) = await ask();
        if (!silence)
        {
            _names[id] = (name, now);
        }

        return name;
    }
}
