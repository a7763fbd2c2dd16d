using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Timelines;

/// <content>What the chat does to an entry that was taken from a message. Everything here may be repeated.</content>
public sealed partial class TimelineEntry
{
    /// <summary>Follows an edit of the message, keeping the earlier text; not once the text was written in the log.</summary>
    /// <param name="text">The message's new text; an empty one is ignored, one that is too long is cut.</param>
    /// <param name="editedAt">When the message was edited.</param>
    public void FollowEdit(string text, DateTimeOffset editedAt)
    {
        var fits = PlainText.Cut(text.Trim(), TextLimit);
        if (!IsRewritten && fits.Length > 0 && fits != Text)
        {
            Replace(fits, null, editedAt);
            Version++;
        }
    }

    /// <summary>Takes over the files of the message.</summary>
    /// <param name="files">All of them.</param>
    public void FollowFiles(IReadOnlyList<MessageFile> files)
    {
        if (TakeFiles(files))
        {
            Version++;
        }
    }

    /// <summary>Marks that the message was deleted; the entry and its text stay.</summary>
    /// <param name="deletedAt">When it was deleted; the first report counts.</param>
    public void MarkDeleted(DateTimeOffset deletedAt)
    {
        if (MessageDeletedAt is null)
        {
            MessageDeletedAt = deletedAt.ToUniversalTime();
            Version++;
        }
    }

    /// <summary>
    /// Takes it out because the reaction or pin that brought it in was taken away; not when it came in another way, nor
    /// when someone worked on it in the log since.
    /// </summary>
    /// <param name="source">What was taken away: <see cref="EntrySource.Reaction"/> or <see cref="EntrySource.Pin"/>.</param>
    /// <returns>True when it is out of the timeline now.</returns>
    public bool Withdraw(EntrySource source)
    {
        if (source == Source && !Touched && !IsRemoved)
        {
            IsRemoved = true;
            Version++;
        }

        return IsRemoved;
    }

    /// <summary>
    /// Puts it back because the message was reacted to or pinned anew; not when someone removed it in the log.
    /// </summary>
    /// <param name="kind">What the new reaction or pin means.</param>
    /// <param name="state">What became of the signal; null for the other kinds.</param>
    /// <param name="source">How it came back.</param>
    /// <returns>True when it is in the timeline now.</returns>
    public bool Renew(EntryKind kind, SignalState? state, EntrySource source)
    {
        if (IsRemoved && !Touched)
        {
            IsRemoved = false;
            (Kind, SignalState, Source) = (kind, state, source);
            Version++;
        }

        return !IsRemoved;
    }

    /// <summary>
    /// Agrees with the reactions and the pin that stand on the message now: out when none is left, in again when one came
    /// back, another kind when the reaction was replaced. Not when it came in another way, nor when someone worked on it
    /// in the log since.
    /// </summary>
    /// <param name="marks">What stands on the message now.</param>
    public void FollowMarks(MessageSnapshot marks)
    {
        var wishes = marks.Wishes;
        if (Touched || Source is not (EntrySource.Reaction or EntrySource.Pin)
            || (!IsRemoved && wishes.Any(wish => (wish.Kind, wish.State) == (Kind, SignalState))))
        {
            return;
        }

        Withdraw(Source);
        if (wishes.Count > 0)
        {
            Renew(wishes[0].Kind, wishes[0].State, wishes[0].Source);
        }
    }
}
