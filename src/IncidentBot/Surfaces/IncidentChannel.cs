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

    /// <summary>Somebody chose another name than ours: it stays, whatever becomes of the incident's title.</summary>
    public bool IsRenamedByHand => ChannelId is not null && Name != WantedName;

    /// <summary>The topic as last set; each change posts a system message, so it is set only when it differs.</summary>
    public string? Topic { get; set; }

    public bool IsArchived { get; set; }

    /// <summary>The bot was put out: it sees nothing there and can show nothing, until somebody invites it.</summary>
    public bool IsBotOut { get; set; }

    /// <summary>Nothing can be shown there now.</summary>
    public bool IsOutOfReach => IsArchived || IsBotOut;

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

    /// <summary>The channel is there, under the name that Slack gave it.</summary>
    public void Be(string channelId, string name) => (ChannelId, Name, WantedName) = (channelId, name, name);

    public void OfferArchive() => (ArchiveOffers, ArchivePutOffAt) = (ArchiveOffers + 1, null);

    public void PutArchiveOff(DateTimeOffset now) => ArchivePutOffAt ??= now;
}
