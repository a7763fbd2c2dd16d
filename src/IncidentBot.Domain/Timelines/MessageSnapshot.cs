namespace IncidentBot.Domain.Timelines;

/// <summary>
/// What people have put on a message, as the chat shows it now: reading it again says what is so, whatever events were lost.
/// </summary>
/// <param name="Meanings">What the reactions mean, in the chat's order; reactions without a meaning are left out.</param>
/// <param name="IsPinned">Whether it is pinned to its channel.</param>
public sealed record MessageSnapshot(IReadOnlyList<ReactionMeaning> Meanings, bool IsPinned)
{
    /// <summary>Who put each first, as far as the chat tells.</summary>
    public IReadOnlyDictionary<ReactionMeaning, PersonId> PutBy { get; init; } = new Dictionary<ReactionMeaning, PersonId>();

    /// <summary>The entries that the message asks for, the first one first; empty when it is to be no entry.</summary>
    public IReadOnlyList<EntryWish> Wishes =>
    [
        .. Meanings.Select(ReactionMap.EntryOf).OfType<(EntryKind Kind, SignalState? State)>()
            .Select(entry => new EntryWish(entry.Kind, entry.State, EntrySource.Reaction)),
        .. IsPinned ? [new EntryWish(EntryKind.Event, null, EntrySource.Pin)] : Array.Empty<EntryWish>(),
    ];

    /// <summary>Who put a reaction first.</summary>
    /// <param name="meaning">What it means.</param>
    /// <returns>The person; null when it does not stand there or the chat does not tell.</returns>
    public PersonId? WhoPut(ReactionMeaning meaning) => PutBy.TryGetValue(meaning, out var by) ? by : null;
}

/// <summary>The entry that a reaction or a pin asks for.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="State">What became of the signal; null for the other kinds.</param>
/// <param name="Source">What asks for it.</param>
public sealed record EntryWish(EntryKind Kind, SignalState? State, EntrySource Source);
