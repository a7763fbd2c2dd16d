using IncidentBot.Commands;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Effects;
using IncidentBot.PostMortems;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Meetings;

/// <summary>
/// Announces the meeting: a message in the incident's channel, with a calendar file in its thread. Invited people are added to a
/// public channel first, so they see the message; to a private channel only its members add people.
/// </summary>
internal sealed class MeetingAnnouncement(IncidentDb db, SlackWorkspace workspace, TimeProvider time)
{
    /// <param name="view">The post-mortem with its meeting.</param>
    /// <param name="previousStart">The start before this change; null when it is scheduled for the first time.</param>
    public void Enqueue(PostMortemView view, DateTimeOffset? previousStart)
    {
        var (now, postMortem) = (time.GetUtcNow(), view.PostMortem);
        var start = postMortem.Meeting.Start ?? now;
        var lane = Lane.Incident(view.Number);
        var address = Address.Incident(view.Number);

        if (view.Incident is { IsPrivate: false, HasChannel: true })
        {
            db.Enqueue(lane, new Invite(address, postMortem.Meeting.Attendees), now);
        }

        // Every change has its own number, even if only the people changed, because each gets a message with a file.
        var name = BotMessageNames.Card(
            BotMessageNames.Meeting,
            ButtonValue.Write(view.Number, postMortem.Meeting.Moves, previousStart?.ToUnixTimeSeconds()));
        var content = MeetingMessage.Render(view, start, previousStart);
        db.Enqueue(lane, new Post(address, content, Name: name), now);
        db.Enqueue(
            lane,
            new UploadFile(
                address, $"post-mortem-{view.Subject}.ics", "Calendar file", CalendarFile.Render(EntryOf(view, start), now), name),
            now);
    }

    private CalendarEntry EntryOf(PostMortemView view, DateTimeOffset start) => new(
        view.Number,
        view.Incident.Title,
        start,
        view.PostMortem.Meeting.Duration ?? TimeSpan.FromHours(1),
        view.PostMortem.Meeting.Moves,
        Uri.TryCreate(workspace.Url, UriKind.Absolute, out var url) ? url.Host : "slack.com",
        view.PostMortem.Meeting.Link,
        InvitationText.InCalendar(view));
}
