using IncidentBot.Delivery.Outbox;
using IncidentBot.Storage;

namespace IncidentBot.Effects;

/// <summary>A message that the clock causes in a channel.</summary>
/// <param name="Key">The occasion: a reminder with the same key is sent once.</param>
/// <param name="Content">What it says.</param>
internal sealed record Reminder(string Key, MessageContent Content)
{
    /// <summary>Its subject, if it repeats: of several waiting reminders, only the newest is sent.</summary>
    public string? Nudge { get; init; }
}

/// <summary>Posts reminders in an incident's channel, each once and at any hour; the caller saves.</summary>
internal sealed class ReminderPosts(IncidentDb db)
{
    public Task SendAsync(int incidentNumber, Reminder reminder, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.EnqueueOnceAsync(
            Lane.Incident(incidentNumber),
            new Post(Address.Incident(incidentNumber), reminder.Content) { Nudge = reminder.Nudge },
            reminder.Key,
            now,
            cancellationToken);
}
