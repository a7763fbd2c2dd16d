using System.Linq.Expressions;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;

namespace IncidentBot.Storage.Rows;

/// <summary>The Slack side of an incident: its channel, as far as it exists yet.</summary>
internal sealed class IncidentChannel
{
    public required int IncidentNumber { get; init; }

    /// <summary>The name asked for, written before the channel is made, so that a lost answer can be looked up by name.</summary>
    public required string WantedName { get; set; }

    /// <summary>The channel that was made for the incident; null while there is none, and when one is borrowed.</summary>
    public string? OwnId { get; private set; }

    /// <summary>The borrowed channel, used because no channel could be created; null otherwise.</summary>
    public string? BorrowedId { get; private set; }

    /// <summary>The incident's channel, its own or borrowed; null while there is none. Not for queries.</summary>
    public string? ChannelId => OwnId ?? BorrowedId;

    public string? Name { get; set; }

    /// <summary>Someone renamed the channel by hand; the name then no longer follows the incident's title.</summary>
    public bool IsRenamedByHand => ChannelId is not null && Name != WantedName;

    /// <summary>The topic as last set; each change posts a system message, so it is set only when it differs.</summary>
    public string? Topic { get; set; }

    public bool IsArchived { get; set; }

    /// <summary>The bot was removed: it can neither read nor post there until someone invites it.</summary>
    public bool IsBotOut { get; set; }

    /// <summary>Nothing can be posted there now.</summary>
    public bool IsOutOfReach => IsArchived || IsBotOut;

    /// <summary>How often archiving it was offered.</summary>
    public int ArchiveOffers { get; private set; }

    /// <summary>When someone answered the last offer with "not yet"; null when no one did.</summary>
    public DateTimeOffset? ArchivePutOffAt { get; private set; }

    /// <summary>The channel in which the incident was declared; it can replace one that can't be created.</summary>
    public string? DeclaredIn { get; init; }

    /// <summary>Who was called into it because they were on call.</summary>
    public IReadOnlyList<PersonId> Called { get; set; } = [];

    /// <summary>
    /// The channel was there before and will be there after: <see cref="ChannelOwnership"/> says what follows. Releases before
    /// stored the id of a borrowed channel in the column of an own one.
    /// </summary>
    public bool IsBorrowed => BorrowedId is not null || (OwnId is not null && OwnId == DeclaredIn);

    /// <summary>The incidents that have a channel.</summary>
    public static Expression<Func<IncidentChannel, bool>> Exists { get; } = channel => channel.OwnId != null || channel.BorrowedId != null;

    /// <summary>The incidents whose own channel was made and not borrowed.</summary>
    public static Expression<Func<IncidentChannel, bool>> IsOwn { get; } =
        channel => channel.OwnId != null && (channel.DeclaredIn == null || channel.OwnId != channel.DeclaredIn);

    /// <summary>The incidents of this channel; several when it was borrowed more than once.</summary>
    public static Expression<Func<IncidentChannel, bool>> Is(string channelId) =>
        channel => channel.OwnId == channelId || channel.BorrowedId == channelId;

    /// <summary>The channel is there, under the name that Slack gave it.</summary>
    public void Own(string channelId, string name) => (OwnId, Name, WantedName) = (channelId, name, name);

    /// <summary>The incident continues in a borrowed channel.</summary>
    public void Borrow(string channelId, string name) => (BorrowedId, Name) = (channelId, name);

    /// <summary>Which part of the channel belongs to the incident.</summary>
    public ChannelOwnership OwnershipOf(Incident incident) =>
        IsBorrowed ? ChannelOwnership.Borrowed(incident) : ChannelOwnership.Own(incident.Number);

    public void OfferArchive() => (ArchiveOffers, ArchivePutOffAt) = (ArchiveOffers + 1, null);

    public void PutArchiveOff(DateTimeOffset now) => ArchivePutOffAt ??= now;
}
