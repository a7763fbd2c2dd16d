namespace IncidentBot.Domain.Timelines;

/// <content>
/// How events about a message are merged. The text of the newest edit wins, in whatever order events arrive; a deletion is final;
/// a repeated event changes nothing.
/// </content>
public sealed partial class ChannelMessage
{
    /// <summary>Creates an empty message, before any event is merged into it.</summary>
    /// <param name="place">Where it is; channel and ts are its identity.</param>
    /// <returns>The message; refused, about "ts", when that is not a message id.</returns>
    public static Result<ChannelMessage> Create(MessagePlace place)
    {
        var at = MessageTs.At(place.Ts);
        return at.Ok
            ? new ChannelMessage { Channel = place.Channel, Ts = place.Ts, ThreadTs = place.ThreadTs, At = at.Value }
            : at.Refusal;
    }

    /// <summary>Assigns the message to an incident; the first assignment is final.</summary>
    /// <param name="incidentNumber">The incident.</param>
    public void AssignTo(int incidentNumber)
    {
        if (IncidentNumber is null)
        {
            IncidentNumber = incidentNumber;
            Version++;
        }
    }

    /// <summary>
    /// Every text of the message, oldest first, each with the time from which it was shown; the last one is <see cref="Text"/>.
    /// Slack also reports unfurled links and new replies as changes; an unchanged text is not a new version.
    /// </summary>
    public IReadOnlyList<MessageVersion> VersionsInOrder()
    {
        var ordered = _versions.OrderBy(version => version.At).ToList();
        return [.. ordered.Where((version, index) => index == 0 || version.Text != ordered[index - 1].Text)];
    }

    /// <summary>Merges the message itself, from an event or from the channel's history.</summary>
    /// <param name="message">What the chat shows.</param>
    public void ApplyPosted(PostedMessage message)
    {
        AddVersion(message.Text, TimeOf(message));
        foreach (var file in message.Files.Where(file => !_files.Exists(known => known.Id == file.Id)))
        {
            _files.Add(file);
            Version++;
        }

        var author = (message.AuthorId, message.AuthorName, message.IsBot, message.IsGuest);
        if (!IsComplete || author != (AuthorId, AuthorName, IsBot, IsGuest))
        {
            (AuthorId, AuthorName, IsBot, IsGuest) = author;
            IsComplete = true;
            Version++;
        }
    }

    /// <summary>Merges an edit.</summary>
    /// <param name="text">The text after it.</param>
    /// <param name="editedAt">When it was edited: the edit's own time, or the event's when the chat gives none.</param>
    public void ApplyChanged(string text, DateTimeOffset editedAt) => AddVersion(text, editedAt);

    /// <summary>Merges a deletion; the text is kept.</summary>
    /// <param name="deletedAt">When it was deleted; the earliest time counts.</param>
    public void ApplyDeleted(DateTimeOffset deletedAt)
    {
        if (DeletedAt is null || deletedAt < DeletedAt)
        {
            DeletedAt = deletedAt.ToUniversalTime();
            Version++;
        }
    }

    /// <summary>The time of the edit, unless another text is known from then: it changed without an edit, and was seen later.</summary>
    private DateTimeOffset TimeOf(PostedMessage message)
    {
        var written = message.EditedAt ?? At;
        return message.SeenAt is { } seen && message.Text != Text && _versions.Exists(version => version.At == written) ? seen : written;
    }

    private void AddVersion(string text, DateTimeOffset at)
    {
        if (_versions.Exists(version => version.At == at))
        {
            return;
        }

        _versions.Add(new MessageVersion { Text = text, At = at.ToUniversalTime() });
        var newest = VersionsInOrder()[^1];
        Text = newest.Text;
        EditedAt = newest.At > At ? newest.At : null;
        Version++;
    }
}
