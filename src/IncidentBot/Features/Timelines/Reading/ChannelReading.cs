using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timelines;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Timelines.Reading;

/// <summary>The channel that is read, and when the question was asked.</summary>
internal sealed record ChannelReading(int IncidentNumber, string ChannelId, DateTimeOffset ReadAt, ChannelOwners Owners)
{
    public ChannelOwnership Ownership => Owners.All.Single(owner => owner.IncidentNumber == IncidentNumber);

    /// <summary>Older messages are not read; null when everything is read.</summary>
    public string? Oldest => Ownership.ReadFrom is { } from ? TsOf(from) : null;

    /// <summary>
    /// With an oldest message and no latest one, Slack starts with the oldest, so a time in the future is given as the latest.
    /// </summary>
    public string? Latest => Ownership.ReadFrom is null ? null : TsOf(ReadAt.AddHours(1));

    /// <summary>Whether a message belongs to the incident, and not to another time or another incident in the borrowed channel.</summary>
    public bool BelongsToIncident(string ts) =>
        !Ownership.IsBorrowed
        || (MessageTs.At(ts) is { Ok: true, Value: var at } && Owners.IncidentOfMessage(at, ReadAt) == IncidentNumber);

    private static string TsOf(DateTimeOffset instant) =>
        new SlackTs(instant.ToUnixTimeSeconds(), (int)(instant.UtcTicks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond))
            .ToString();
}
