using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timelines;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Timelines.Reading;

/// <summary>Whose channel is read, and since when: the answer shows at least what stood then.</summary>
internal sealed record ReadPlace(int IncidentNumber, string ChannelId, DateTimeOffset ReadAt, ChannelOwners Owners)
{
    public ChannelOwnership Ownership => Owners.All.Single(owner => owner.IncidentNumber == IncidentNumber);

    /// <summary>Slack is not asked for what is older; null when everything is read.</summary>
    public string? Oldest => Ownership.ReadFrom is { } from ? TsOf(from) : null;

    /// <summary>
    /// With an oldest message and no latest one Slack begins with the oldest, so the future is named: clocks differ by less.
    /// </summary>
    public string? Latest => Ownership.ReadFrom is null ? null : TsOf(ReadAt.AddHours(1));

    /// <summary>Whether a message is the incident's, and not of another time or another incident that borrows the channel.</summary>
    public bool IsIncidents(string ts) =>
        !Ownership.IsBorrowed || (MessageTs.At(ts) is { Ok: true, Value: var at } && Owners.ReadsMessage(at, ReadAt) == IncidentNumber);

    private static string TsOf(DateTimeOffset instant) =>
        new SlackTs(instant.ToUnixTimeSeconds(), (int)(instant.UtcTicks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond))
            .ToString();
}
