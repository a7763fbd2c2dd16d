using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Timelines;

/// <content>How an entry is created and edited. A removed entry can still be edited and restored.</content>
public sealed partial class TimelineEntry
{
    /// <summary>Creates an entry. A message's text is cut if it is too long, and its time is not checked.</summary>
    /// <param name="id">A new version 7 Guid.</param>
    /// <param name="entry">Its details.</param>
    /// <param name="now">The present instant.</param>
    /// <returns>The entry; refused about "text" when that is empty or too long, about "at" when a typed time is in the future.</returns>
    public static Result<TimelineEntry> Create(Guid id, NewEntry entry, DateTimeOffset now)
    {
        var typed = entry.Message is null;
        var text = PlainText.MultiLine(
            typed ? entry.Text : PlainText.Cut(entry.Text.Trim(), TextLimit), TextLimit, "text", "The text");
        var system = SystemNamed(entry.System);
        if ((text.Refusal ?? system.Refusal ?? (typed ? CheckNotInFuture(entry.At, now) : null)) is { } refusal)
        {
            return refusal;
        }

        var created = new TimelineEntry
        {
            Id = id,
            IncidentNumber = entry.IncidentNumber,
            Kind = entry.Kind,
            SignalState = entry.Kind == EntryKind.Signal ? entry.SignalState ?? Timelines.SignalState.Fired : null,
            Source = entry.Source,
            At = entry.At.ToUniversalTime(),
            Text = text.Value!,
            AuthorId = entry.AuthorId,
            AuthorName = entry.AuthorName,
            ActorRole = entry.ActorRole,
            System = NullIfEmpty(system),
            Channel = entry.Message?.Channel,
            Ts = entry.Message?.Ts,
            ThreadTs = entry.Message?.ThreadTs,
            AddedAt = now.ToUniversalTime(),
        };
        created._files.AddRange(entry.Files.DistinctBy(file => file.Id));
        return created;
    }

    /// <summary>Edits its text; from then on it no longer follows the message. The same text changes nothing.</summary>
    /// <param name="text">1 to 3000 characters once trimmed.</param>
    /// <param name="by">Who edits it.</param>
    /// <param name="now">The present instant.</param>
    /// <returns>Refused about "text" when that is empty or too long.</returns>
    public Result Edit(string? text, PersonId by, DateTimeOffset now)
    {
        var written = PlainText.MultiLine(text, TextLimit, "text", "The text");
        if (!written.Ok)
        {
            return written.Refusal;
        }

        if (written.Value != Text)
        {
            Replace(written.Value, by, now);
            IsRewritten = true;
            RecordEdit(by, now);
        }

        return Result.Accepted;
    }

    /// <summary>Changes its kind; a fact that the bot recorded stays a fact.</summary>
    /// <param name="kind">Event, signal, decision or note.</param>
    /// <param name="state">The signal's state, null meaning fired; ignored for other kinds.</param>
    /// <param name="by">Who changes it.</param>
    /// <param name="now">The present instant.</param>
    /// <returns>Refused about "kind" when it is a fact or is to become one.</returns>
    public Result Classify(EntryKind kind, SignalState? state, PersonId by, DateTimeOffset now)
    {
        if (kind != Kind && (kind == EntryKind.Fact || Kind == EntryKind.Fact))
        {
            return new Refusal("The kind of an entry that the bot recorded can't be changed.", "kind");
        }

        SignalState? signal = kind == EntryKind.Signal ? state ?? Timelines.SignalState.Fired : null;
        if ((kind, signal) != (Kind, SignalState))
        {
            (Kind, SignalState) = (kind, signal);
            RecordEdit(by, now);
        }

        return Result.Accepted;
    }

    /// <summary>Changes when it happened.</summary>
    /// <param name="at">The instant; not in the future.</param>
    /// <param name="by">Who changes it.</param>
    /// <param name="now">The present instant.</param>
    /// <returns>Refused about "at" when that is in the future.</returns>
    public Result Retime(DateTimeOffset at, PersonId by, DateTimeOffset now)
    {
        if (CheckNotInFuture(at, now) is { } refusal)
        {
            return refusal;
        }

        if (at != At)
        {
            At = at.ToUniversalTime();
            RecordEdit(by, now);
        }

        return Result.Accepted;
    }

    /// <summary>Changes the system that it is about; an empty name clears it.</summary>
    /// <param name="system">One line of at most 80 characters.</param>
    /// <param name="by">Who changes it.</param>
    /// <param name="now">The present instant.</param>
    /// <returns>Refused about "system" when it is too long.</returns>
    public Result ChangeSystem(string? system, PersonId by, DateTimeOffset now)
    {
        var named = SystemNamed(system);
        if (!named.Ok)
        {
            return named.Refusal;
        }

        if (NullIfEmpty(named) != System)
        {
            System = NullIfEmpty(named);
            RecordEdit(by, now);
        }

        return Result.Accepted;
    }

    /// <summary>Stars it as one of the moments that matter, or removes the star.</summary>
    /// <param name="starred">True to star it.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="now">The present instant.</param>
    public void Star(bool starred, PersonId by, DateTimeOffset now)
    {
        if (starred != IsStarred)
        {
            IsStarred = starred;
            RecordEdit(by, now);
        }
    }

    /// <summary>Records what people knew, decided and assumed then; an empty text clears it.</summary>
    /// <param name="context">All four texts.</param>
    /// <param name="by">Who fills them in.</param>
    /// <param name="now">The present instant.</param>
    /// <returns>Refused about "information_available", "decision", "assumption" or "learned_how" when it is over 500 characters.</returns>
    public Result RecordContext(DecisionContext context, PersonId by, DateTimeOffset now)
    {
        var (information, decision, assumption, learned) = context.Check();
        if ((information.Refusal ?? decision.Refusal ?? assumption.Refusal ?? learned.Refusal) is { } refusal)
        {
            return refusal;
        }

        var filled = new DecisionContext(NullIfEmpty(information), NullIfEmpty(decision), NullIfEmpty(assumption), NullIfEmpty(learned));
        if (filled != new DecisionContext(InformationAvailable, Decision, Assumption, LearnedHow))
        {
            (InformationAvailable, Decision, Assumption, LearnedHow) = filled;
            RecordEdit(by, now);
        }

        return Result.Accepted;
    }

    /// <summary>Removes it from the timeline or restores it; it is never deleted.</summary>
    /// <param name="removed">True to remove it.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="now">The present instant.</param>
    public void Remove(bool removed, PersonId by, DateTimeOffset now)
    {
        if (removed != IsRemoved)
        {
            IsRemoved = removed;
            RecordEdit(by, now);
        }
    }

    /// <summary>Adds files; files that it already has change nothing.</summary>
    /// <param name="files">The files.</param>
    /// <param name="by">Who adds them.</param>
    /// <param name="now">The present instant.</param>
    public void AttachFiles(IReadOnlyList<MessageFile> files, PersonId by, DateTimeOffset now)
    {
        if (AddFiles(files))
        {
            RecordEdit(by, now);
        }
    }

    private bool AddFiles(IReadOnlyList<MessageFile> files)
    {
        var before = _files.Count;
        _files.AddRange(files.DistinctBy(file => file.Id).Where(file => !_files.Exists(known => known.Id == file.Id)));
        return _files.Count > before;
    }

    private static Refusal? CheckNotInFuture(DateTimeOffset at, DateTimeOffset now) =>
        at > now + Incident.ClockTolerance ? new Refusal("The time is in the future. Enter a time up to now.", "at") : null;

    private static Result<string> SystemNamed(string? system) => PlainText.OptionalLine(system, SystemLimit, "system", "The system");

    private static string? NullIfEmpty(Result<string> text) => text.Value is { Length: > 0 } value ? value : null;

    private void Replace(string text, PersonId? by, DateTimeOffset now)
    {
        _earlierTexts.Add(new EarlierText { Text = Text, ReplacedAt = now.ToUniversalTime(), ReplacedBy = by });
        Text = text;
    }

    private void RecordEdit(PersonId by, DateTimeOffset now)
    {
        (EditedAt, EditedBy) = (now.ToUniversalTime(), by);
        Version++;
    }
}
