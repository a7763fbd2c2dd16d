using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Time;
using IncidentBot.Domain.Timelines;
using IncidentBot.Effects;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;

namespace IncidentBot.Features.Timelines;

/// <summary>A timeline entry as someone typed it.</summary>
/// <param name="Words">Its kind, and for a signal its state.</param>
/// <param name="Text">What happened, in plain words; the domain checks it.</param>
/// <param name="At">When it happened; null means now.</param>
internal sealed record EntryDraft(EntryWords Words, string Text, DateTimeOffset? At)
{
    /// <summary>The system that it is about; empty when no one said.</summary>
    public string System { get; init; } = "";

    /// <summary>The attached files.</summary>
    public IReadOnlyList<MessageFile> Files { get; init; } = [];
}

/// <summary>
/// Saves entries that people type, as a command or in the modal, and posts them in the channel so that everyone sees them.
/// </summary>
internal sealed class EntryWriter(IncidentDb db, PeopleDirectory people, TimeProvider time)
{
    // A long note is cut in the channel's message only; the timeline has all of it.
    private const int EchoedLength = 500;

    /// <summary>Adds the entry and posts it in the channel; the caller saves.</summary>
    public async Task<Result<TimelineEntry>> WriteAsync(
        Incident incident, EntryDraft draft, EntrySource source, PersonId by, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var author = await people.FindAsync(by, cancellationToken);
        var created = TimelineEntry.Create(
            Guid.CreateVersion7(now),
            new NewEntry(incident.Number, draft.Words.Kind, source, draft.At ?? now, draft.Text, author.Name)
            {
                AuthorId = by,
                SignalState = draft.Words.State,
                ActorRole = incident.RoleOf(by),
                System = draft.System,
                Files = draft.Files,
            },
            now);
        if (created is { Ok: true, Value: var entry })
        {
            db.TimelineEntries.Add(entry);
            var content = MessageContent.Paragraph(Echo(entry, draft.Words, by, Zones.Find(author.Zone), now));
            db.Enqueue(Lane.Incident(incident.Number), new Post(Address.Incident(incident.Number), content), now);
        }

        return created;
    }

    /// <summary>Reads an entry; times in it are in the typist's own zone.</summary>
    public async Task<Result<EntryDraft>> ReadAsync(
        string text,
        PersonId by,
        Func<string, DateTimeOffset, TimeZoneInfo, Result<EntryDraft>> read,
        CancellationToken cancellationToken) =>
        read(text, time.GetUtcNow(), await ZoneOfAsync(by, cancellationToken));

    public async Task<TimeZoneInfo> ZoneOfAsync(PersonId person, CancellationToken cancellationToken) =>
        Zones.Find((await people.FindAsync(person, cancellationToken)).Zone);

    private static Mrkdwn Echo(TimelineEntry entry, EntryWords words, PersonId by, TimeZoneInfo zone, DateTimeOffset now)
    {
        var isToday = Zones.DateIn(entry.At, zone) == Zones.DateIn(now, zone);
        var emoji = entry.Kind == EntryKind.Note ? "" : words.Emoji + " ";
        return Mrkdwn.Text(
            $"{Mrkdwn.Date(entry.At, isToday ? "{time}" : "{date_short} {time}")} "
            + $"· {Mrkdwn.Raw(emoji)}{SlackText.Truncate(entry.Text, EchoedLength)}{FileWords.Links(entry.Files)} (added "
            + $"by {Mrkdwn.User(by.Value)})");
    }
}
