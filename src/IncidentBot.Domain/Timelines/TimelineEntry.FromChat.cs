using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Timelines;

/// <content>How an entry follows the message that it came from. Everything here may be repeated.</content>
public sealed partial class TimelineEntry
{
    /// <summary>Follows an edit of the message, keeping the earlier text, unless the entry's text was edited in the timeline.</summary>
    /// <param name="text">The message's new text; an empty one is ignored, one that is too long is cut.</param>
    /// <param name="editedAt">When the message was edited.</param>
    public void FollowEdit(string text, DateTimeOffset editedAt)
    {
        var fits = PlainText.Cut(text.Trim(), TextLimit).TrimEnd();
        if (!IsRewritten && fits.Length > 0 && fits != Text)
        {
            Replace(fits, null, editedAt);
            Version++;
        }
    }

    /// <summary>Adds the files of the message.</summary>
    /// <param name="files">All of them.</param>
    public void FollowFiles(IReadOnlyList<MessageFile> files)
    {
        if (AddFiles(files))
        {
            Version++;
        }
    }

    /// <summary>Marks that the message was deleted; the entry and its text stay.</summary>
    /// <param name="deletedAt">When it was deleted; the first call counts.</param>
    public void MarkDeleted(DateTimeOffset deletedAt)
    {
        if (MessageDeletedAt is null)
        {
            MessageDeletedAt = deletedAt.ToUniversalTime();
            Version++;
        }
    }

    /// <summary>
    /// Removes the entry because its reaction or pin was removed; not when it was added in another way, nor
    /// when someone has edited it in the timeline since.
    /// </summary>
    /// <param name="source">What was removed: <see cref="EntrySource.Reaction"/> or <see cref="EntrySource.Pin"/>.</param>
    /// <returns>True when it was removed.</returns>
    public bool Withdraw(EntrySource source)
    {
        if (source == Source && !IsEdited && !IsRemoved)
        {
            IsRemoved = true;
            Version++;
        }

        return IsRemoved;
    }

    /// <summary>
    /// Restores the entry because someone reacted to or pinned the message again; not when it was removed in the timeline.
    /// </summary>
    /// <param name="kind">What the new reaction or pin means.</param>
    /// <param name="state">The signal's state; null for other kinds.</param>
    /// <param name="source">Whether a reaction or a pin restored it.</param>
    /// <returns>True when it is on the timeline.</returns>
    public bool Restore(EntryKind kind, SignalState? state, EntrySource source)
    {
        if (IsRemoved && !IsEdited)
        {
            IsRemoved = false;
            (Kind, SignalState, Source) = (kind, state, source);
            Version++;
        }

        return !IsRemoved;
    }

    /// <summary>
    /// Updates the entry to match the reactions and the pin on its message: removes it when none is left, restores it when one is
    /// back, and changes its kind when the reaction was replaced. Entries that were added in another way, or edited in the timeline
    /// since, stay as they are.
    /// </summary>
    /// <param name="reactions">The reactions and the pin on the message.</param>
    public void ApplyReactions(MessageReactions reactions)
    {
        var requested = reactions.RequestedEntries;
        if (IsEdited || Source is not (EntrySource.Reaction or EntrySource.Pin)
            || (!IsRemoved && requested.Any(one => (one.Kind, one.State) == (Kind, SignalState))))
        {
            return;
        }

        Withdraw(Source);
        if (requested.Count > 0)
        {
            Restore(requested[0].Kind, requested[0].State, requested[0].Source);
        }
    }
}
