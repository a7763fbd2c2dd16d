using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timelines;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Timelines.Reading;

/// <summary>One request for a channel's messages: the incident, the channel, and when Slack was asked.</summary>
internal sealed record ChannelReading(int IncidentNumber, string ChannelId, DateTimeOffset ReadAt, ChannelOwners Owners)
{
    public ChannelOwnership Ownership => Owners.All.Single(owner => owner.IncidentNumber == IncidentNumber);

    /// <summary>The oldest message to read; null to read everything.</summary>
    public string? Oldest => Ownership.ReadFrom is { } from ? TsOf(from) : null;

    /// <summary>
    /// With an oldest message and no latest one, Slack starts at the oldest, so the latest is a time in the future.
    /// </summary>
    public string? Latest => Ownership.ReadFrom is null ? null : TsOf(ReadAt.AddHours(1));

    /// <summary>False for a message from before or after the incident in a borrowed channel, or of another incident there.</summary>
    public bool BelongsToIncident(string ts) =>
        !Ownership.IsBorrowed
        || (MessageTs.At(ts) is { Ok: true, Value: var at } && Owners.IncidentOfMessage(at, ReadAt) == IncidentNumber);

    private static string TsOf(DateTimeOffset instant) =>
        new SlackTs(instant.ToUnixTimeSeconds(), (int)(instant.UtcTicks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond))
            .ToString();
}
