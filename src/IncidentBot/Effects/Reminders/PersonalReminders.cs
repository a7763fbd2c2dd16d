using System.Globalization;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Time;
using IncidentBot.Jobs;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IncidentBot.Effects.Reminders;

/// <summary>
/// The only way in which someone is reminded or notified by DM: never in their quiet hours, reminders once a day, each occasion once, and
/// nothing about a private incident that they may not see.
/// </summary>
internal sealed class PersonalReminders(IncidentDb db, IOptions<RemindersOptions> options)
{
    private QuietHours Quiet => options.Value.Quiet;

    /// <summary>Whether it is outside the reader's quiet hours.</summary>
    public bool CanReach(Person reader, DateTimeOffset now) => !Quiet.IsQuiet(now, reader.Zone);

    /// <summary>The last minute of the reader's working day.</summary>
    public DateTimeOffset EndOfDay(Person reader, DateTimeOffset now) =>
        Zones.ToUtc(DayOf(reader, now).ToDateTime(Quiet.From.AddMinutes(-1)), Zones.Find(reader.Zone));

    /// <summary>The day's DM to someone; null while they had none today.</summary>
    public Task<string?> MessageOfTodayAsync(Person reader, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var day = DayOf(reader, now);
        return db.ReminderLines.Where(line => line.Reader == reader.Id && line.Day == day)
            .Select(line => line.Message).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>The reminders that were not sent yet and whose readers may see their incidents.</summary>
    public async Task<IReadOnlyList<DueReminder>> UnsentAsync(
        IReadOnlyList<DueReminder> due, CancellationToken cancellationToken)
    {
        var occurrences = due.Select(reminder => reminder.Occurrence).Distinct().ToList();
        var sent = (await db.ReminderLines.AsNoTracking()
            .Where(line => line.Message != null && occurrences.Contains(line.Occurrence))
            .Select(line => new { line.Occurrence, line.Reader }).ToListAsync(cancellationToken))
            .Select(line => (line.Occurrence, line.Reader)).ToHashSet();

        var sentToAnyone = sent.Select(line => line.Occurrence).ToHashSet(StringComparer.Ordinal);

        // Reminders of earlier releases were rows of the outbox alone.
        var earlier = (await db.Outbox.Where(row => occurrences.Contains(row.Key)).Select(row => row.Key)
            .ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        var numbers = due.SelectMany(reminder => reminder.Incidents).Distinct().ToList();
        var hidden = await db.Incidents.AsNoTracking()
            .Where(incident => incident.IsPrivate && numbers.Contains(incident.Number)).ToListAsync(cancellationToken);
        return
        [
            .. due.Where(reminder => !sent.Contains((reminder.Occurrence, reminder.Reader.Id)) && !earlier.Contains(reminder.Occurrence)
                && !(reminder.IsForOnePerson && sentToAnyone.Contains(reminder.Occurrence))
                && !hidden.Exists(incident =>
                    reminder.Incidents.Contains(incident.Number) && !IncidentVisibility.Sees(reminder.Reader.Id, incident))),
        ];
    }

    /// <summary>Sends the day's DM, or a notification on a day that had its DM, and saves.</summary>
    public async Task SendAsync(
        Person reader, IReadOnlyList<DueReminder> reminders, bool isForTheDay, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await AddAsync(reader, reminders, isForTheDay, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Adds newer occasions to sections that the day's DM has already, so that it shows how things stand; and saves.</summary>
    public async Task RenewAsync(
        string message, IReadOnlyList<DueReminder> reminders, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var lines = await db.ReminderLines.AsNoTracking().Where(line => line.Message == message).ToListAsync(cancellationToken);
        var renewed = reminders.Where(reminder =>
            reminder.Notices.Count == 0 && lines.Exists(line => (line.Card, line.Subject) == (reminder.Card, reminder.Subject))).ToList();
        foreach (var reminder in renewed)
        {
            db.ReminderLines.Add(LineOf(reminder, message, DayOf(reminder.Reader, now), now));
        }

        if (renewed.Count > 0)
        {
            db.Enqueue(Lane.Person(renewed[0].Reader.Id), new RefreshCard(BotMessageNames.Reminders, message), now);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>
    /// Notifies someone of what a person did a moment ago: at once or, in the reader's quiet hours, when they end. The caller saves.
    /// </summary>
    public async Task NotifyAsync(DueReminder reminder, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.ReminderLines.FindAsync([reminder.Occurrence, reminder.Reader.Id], cancellationToken) is not null
            || await db.Outbox.AnyAsync(row => row.Key == reminder.Occurrence, cancellationToken))
        {
            return;
        }

        if (CanReach(reminder.Reader, now))
        {
            await AddAsync(reminder.Reader, [reminder], isForTheDay: false, now, cancellationToken);
        }
        else
        {
            db.ReminderLines.Add(LineOf(reminder, message: null, day: null, now));
        }
    }

    private async Task AddAsync(
        Person reader, IReadOnlyList<DueReminder> reminders, bool isForTheDay, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var day = DayOf(reader, now);
        var message = isForTheDay
            ? string.Create(CultureInfo.InvariantCulture, $"{reader.Id}:{day:yyyyMMdd}")
            : $"{reader.Id}:{reminders[0].Occurrence}";
        var added = new List<DueReminder>();
        foreach (var reminder in reminders)
        {
            var line = await db.ReminderLines.FindAsync([reminder.Occurrence, reader.Id], cancellationToken);
            if (line is { Message: not null })
            {
                // Another node found the same reminder due, and its DM was saved first.
                continue;
            }

            line ??= db.ReminderLines.Add(LineOf(reminder, message, day: null, now)).Entity;
            (line.Message, line.Day) = (message, isForTheDay ? day : null);
            added.Add(reminder);
            foreach (var notice in reminder.Notices)
            {
                notice.SentAt = now;
                db.ActionNotices.Add(notice);
            }
        }

        if (added.Count == 0)
        {
            return;
        }

        var lane = Lane.Person(reader.Id);
        db.Enqueue(lane, new RefreshCard(BotMessageNames.Reminders, message), now);
        foreach (var (reminder, effect) in added.SelectMany(reminder => reminder.Following.Select(effect => (reminder, effect))))
        {
            await db.EnqueueOnceAsync(
                lane, effect, $"{reminder.Occurrence}:{reader.Id}:{EffectKinds.NameOf(effect)}", now, cancellationToken);
        }
    }

    private static ReminderLine LineOf(DueReminder reminder, string? message, DateOnly? day, DateTimeOffset now) => new()
    {
        Occurrence = reminder.Occurrence,
        Reader = reminder.Reader.Id,
        Card = reminder.Card,
        Subject = reminder.Subject,
        Incidents = reminder.Incidents,
        CreatedAt = now,
        Message = message,
        Day = day,
    };

    private static DateOnly DayOf(Person reader, DateTimeOffset now) => Zones.DateIn(now, Zones.Find(reader.Zone));
}
