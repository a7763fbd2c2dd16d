namespace IncidentBot.Domain.Timelines;

/// <summary>
/// The reactions and the pin on a message, as the chat shows them now; reading them again makes up for lost events.
/// </summary>
/// <param name="Meanings">What the reactions mean, in the chat's order; reactions without a meaning are left out.</param>
/// <param name="IsPinned">Whether it is pinned to its channel.</param>
public sealed record MessageReactions(IReadOnlyList<ReactionMeaning> Meanings, bool IsPinned)
{
    /// <summary>Who added each reaction first, as far as the chat says.</summary>
    public IReadOnlyDictionary<ReactionMeaning, PersonId> AddedBy { get; init; } = new Dictionary<ReactionMeaning, PersonId>();

    /// <summary>The entries that the message should have, in order; empty when it should have none.</summary>
    public IReadOnlyList<RequestedEntry> RequestedEntries =>
    [
        .. Meanings.Select(meaning => meaning.RequestedEntry).OfType<RequestedEntry>(),
        .. IsPinned ? [new RequestedEntry(EntryKind.Event, null, EntrySource.Pin)] : Array.Empty<RequestedEntry>(),
    ];

    /// <summary>Who added a reaction first.</summary>
    /// <param name="meaning">What it means.</param>
    /// <returns>The person; null when the reaction is not there or the chat does not say.</returns>
    public PersonId? WhoAdded(ReactionMeaning meaning) => AddedBy.TryGetValue(meaning, out var by) ? by : null;
}

/// <summary>The entry that a reaction or a pin asks for.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="State">The signal's state; null for other kinds.</param>
/// <param name="Source">What asks for it.</param>
public sealed record RequestedEntry(EntryKind Kind, SignalState? State, EntrySource Source);
