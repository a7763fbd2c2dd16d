using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Language;
using IncidentBot.Domain.Language.Blame;
using IncidentBot.Domain.Time;
using IncidentBot.Domain.Timelines;
using IncidentBot.Effects;
using IncidentBot.Forms.Wording;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Storage;

namespace IncidentBot.Features.Timelines;

/// <summary>What someone typed to be kept.</summary>
/// <param name="Words">What it is.</param>
/// <param name="Text">What happened, in plain words; the rules decide whether it will do.</param>
/// <param name="At">When it happened; null means now.</param>
internal sealed record Typed(EntryWords Words, string Text, DateTimeOffset? At)
{
    /// <summary>What shows it.</summary>
    public IReadOnlyList<MessageFile> Files { get; init; } = [];
}

/// <summary>
/// Entries that people type, as a command or in the modal: kept, and echoed into the channel so that everyone sees them.
/// </summary>
internal sealed class TypedEntry(
    IncidentDb db, Access access, PeopleDirectory people, PlainMessageText plain, BlameReview wording, TimeProvider time)
{
    // A longer note is cut in the echo only.
    private const int EchoedLength = 500;

    private static readonly ReviewedField Field = new(EntryModal.Blocks.Text, BlameField.Timeline);

    /// <summary>Carries out a verb; <paramref name="read"/> takes the words apart.</summary>
    public async Task<SlashCommandResponse> AnswerAsync(
        VerbRequest request, Func<string, DateTimeOffset, TimeZoneInfo, Typed> read, CancellationToken cancellationToken)
    {
        var found = await access.FindAsync(request.Actor, request.Incident, cancellationToken);
        if (!found.Ok)
        {
            return SlashCommandResponse.Ephemeral(Mrkdwn.Escape(found.Refusal.Sentence));
        }

        var zone = await ZoneOfAsync(request.Actor, cancellationToken);
        var typed = read(await plain.OfAsync(request.Arguments, cancellationToken), time.GetUtcNow(), zone);
        var written = await WriteAsync(found.Value, typed, EntrySource.Command, request.Actor, cancellationToken);
        if (!written.Ok)
        {
            return SlashCommandResponse.Ephemeral(HowTo(request.Command.Command));
        }

        await db.SaveChangesAsync(cancellationToken);
        return await wording.LookAsync(Field, typed.Text, found.Value, cancellationToken) is { } remark
            ? SlashCommandResponse.Ephemeral(Hint(remark))
            : SlashCommandResponse.Empty;
    }

    /// <summary>Makes the entry and its echo; the caller saves.</summary>
    public async Task<Result<TimelineEntry>> WriteAsync(
        Incident incident, Typed typed, EntrySource source, PersonId by, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var author = await people.FindAsync(by, cancellationToken);
        var created = TimelineEntry.Create(
            Guid.CreateVersion7(now),
            new NewEntry(incident.Number, typed.Words.Kind, source, typed.At ?? now, typed.Text, author.Name)
            {
                AuthorId = by,
                SignalState = typed.Words.State,
                ActorRole = incident.RoleOf(by),
                Files = typed.Files,
            },
            now);
        if (created is { Ok: true, Value: var entry })
        {
            db.TimelineEntries.Add(entry);
            var content = MessageContent.Paragraph(Echo(entry, typed.Words, by, Zones.Find(author.Zone), now));
            db.Enqueue(Lane.Incident(incident.Number), new Post(Address.Incident(incident.Number), content), now);
        }

        return created;
    }

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

    /// <summary>It is kept as typed; whether to change it can wait until the incident is over.</summary>
    private static Mrkdwn Hint(Remark remark) => Mrkdwn.Text(
        $"Added to the timeline as typed. You may want to reword: "
        + $"*“{remark.Finding.WordsIn(remark.Worded.Text)}”* {remark.Finding.Harm} _{remark.Finding.Reframe}_");

    private static Mrkdwn HowTo(string command) => Mrkdwn.Text(
        $"Say what happened, and when unless it was just now: "
        + $"`{command} note rolled back the release at 14:05`, `{command} signal disk alert at yesterday 23:50 missed`, `{command} "
        + $"decision stay on the old version at 10 min ago`. At most {TimelineEntry.TextLimit} characters.");
}
