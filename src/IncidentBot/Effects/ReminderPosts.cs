using IncidentBot.Delivery.Outbox;
using IncidentBot.Jobs;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.Extensions.Options;

namespace IncidentBot.Effects;

/// <summary>A message that the clock causes.</summary>
/// <param name="Key">The occasion: a reminder with the same key is sent once.</param>
/// <param name="Content">What it says.</param>
internal sealed record Reminder(string Key, MessageContent Content)
{
    /// <summary>Its subject, if it repeats: of several waiting reminders, only the newest is sent.</summary>
    public string? Nudge { get; init; }
}

/// <summary>Sends reminders for the sweeps, each once; the caller saves.</summary>
internal sealed class ReminderPosts(IncidentDb db, IOptions<RemindersOptions> options)
{
    /// <summary>In the incident's channel, at any hour.</summary>
    public Task SendAsync(int incidentNumber, Reminder reminder, DateTimeOffset now, CancellationToken cancellationToken) =>
        SendAsync(Lane.Incident(incidentNumber), Address.Incident(incidentNumber), reminder, now, cancellationToken);

    /// <summary>
    /// By direct message. In the reader's quiet hours nothing happens: the first sweep after them sends what is due then.
    /// </summary>
    public async Task SendAsync(Person reader, Reminder reminder, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (CanReach(reader, now))
        {
            await SendAsync(Lane.Person(reader.Id), Address.Person(reader.Id), reminder, now, cancellationToken);
        }
    }

    /// <summary>Whether it is outside the reader's quiet hours.</summary>
    public bool CanReach(Person reader, DateTimeOffset now) => !options.Value.Quiet.IsQuiet(now, reader.Zone);

    private Task SendAsync(string lane, Address to, Reminder reminder, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.EnqueueOnceAsync(lane, new Post(to, reminder.Content) { Nudge = reminder.Nudge }, reminder.Key, now, cancellationToken);
}
