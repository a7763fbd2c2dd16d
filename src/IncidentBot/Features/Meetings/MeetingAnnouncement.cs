using System.Globalization;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Effects;
using IncidentBot.PostMortems;
using IncidentBot.Storage;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Meetings;

/// <summary>
/// Announces the meeting: a message in the incident's channel and a calendar file in its thread, which needs no calendar account.
/// Invited people are added to the channel first, so that they see the message; only members can add people to a private one.
/// </summary>
internal sealed class MeetingAnnouncement(IncidentDb db, SlackWorkspace workspace, TimeProvider time)
{
    /// <param name="view">The post-mortem with its meeting.</param>
    /// <param name="before">The time before it was moved; null when it had none.</param>
    public void Enqueue(PostMortemView view, DateTimeOffset? before)
    {
        var (now, postMortem) = (time.GetUtcNow(), view.PostMortem);
        var start = postMortem.Meeting.Start ?? now;
        var lane = Lane.Incident(view.Number);
        var place = Address.Incident(view.Number);

        if (view.Incident is { IsPrivate: false, HasChannel: true })
        {
            db.Enqueue(lane, new Invite(place, postMortem.Meeting.Attendees), now);
        }

        // Every change counts, even of the people alone, because each gets a message with a file.
        var name = string.Create(CultureInfo.InvariantCulture, $"meeting:{view.Subject}:{postMortem.Meeting.Moves}");
        var content = MeetingMessage.Render(view, start, before);
        db.Enqueue(lane, new Post(place, content, Name: name), now);
        db.Enqueue(
            lane,
            new UploadFile(place, $"post-mortem-{view.Subject}.ics", "Calendar file", CalendarFile.Render(EntryOf(view, start), now), name),
            now);
    }

    private CalendarEntry EntryOf(PostMortemView view, DateTimeOffset start) => new(
        view.Number,
        view.Incident.Title,
        start,
        view.PostMortem.Meeting.Duration ?? TimeSpan.FromHours(1),
        view.PostMortem.Meeting.Moves,
        Uri.TryCreate(workspace.Url, UriKind.Absolute, out var address) ? address.Host : "slack.com",
        view.PostMortem.Meeting.Link,
        InvitationText.InCalendar(view));
}
