using IncidentBot.Domain;

namespace IncidentBot.Surfaces;

/// <summary>The Slack side of an incident: its channel, as far as it exists yet.</summary>
internal sealed class IncidentChannel
{
    public required int IncidentNumber { get; init; }

    /// <summary>The name asked for, written before the channel is made, so that a lost answer can be looked up by name.</summary>
    public required string WantedName { get; set; }

    public string? ChannelId { get; set; }

    public string? Name { get; set; }

    /// <summary>The topic as last set; each change posts a system message, so it is set only when it differs.</summary>
    public string? Topic { get; set; }

    public bool IsArchived { get; set; }

    /// <summary>How often archiving it was offered.</summary>
    public int ArchiveOffers { get; private set; }

    /// <summary>When somebody answered the last offer with "not yet"; null when nobody did.</summary>
    public DateTimeOffset? ArchivePutOffAt { get; private set; }

    /// <summary>The channel in which the incident was declared; it can take the place of one that cannot be made.</summary>
    public string? DeclaredIn { get; init; }

    /// <summary>Who was called into it because they were on call.</summary>
    public IReadOnlyList<PersonId> Called { get; set; } = [];

    /// <summary>A channel that was there before and will be there after: its name and topic are not ours to change.</summary>
    public bool IsBorrowed => ChannelId is not null && ChannelId == DeclaredIn;

    public void OfferArchive() => (ArchiveOffers, ArchivePutOffAt) = (ArchiveOffers + 1, null);

    public void PutArchiveOff(DateTimeOffset now) => ArchivePutOffAt ??= now;
}
