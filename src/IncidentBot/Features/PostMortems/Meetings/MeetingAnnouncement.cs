using System.Globalization;
using IncidentBot.Outbox;
using IncidentBot.Outbox.Effects;
using IncidentBot.Storage;
using IncidentBot.Surfaces;
using IncidentBot.Workspace;

namespace IncidentBot.Features.PostMortems.Meetings;

/// <summary>
/// Makes a chosen time known: a message in the incident's channel and a calendar file in its thread; no account anywhere is needed
/// (defect 16). Whoever is invited gets into the channel first, or nobody would tell them; into a private one people are let by people.
/// </summary>
internal sealed class MeetingAnnouncement(IncidentDb db, SlackWorkspace workspace, TimeProvider time)
{
    /// <param name="dossier">The post-mortem with its meeting.</param>
    /// <param name="before">When it met before it was moved; null when it had no time.</param>
    public void Enqueue(Dossier dossier, DateTimeOffset? before)
    {
        var (now, postMortem) = (time.GetUtcNow(), dossier.PostMortem);
        var start = postMortem.MeetingAt ?? now;
        var lane = Lane.Incident(dossier.Number);
        var place = Address.Incident(dossier.Number);

        if (dossier.Incident is { IsPrivate: false, HasChannel: true })
        {
            db.Enqueue(lane, new Invite(place, postMortem.Attendees), now);
        }

        // Any change counts here, also one of the people alone: each has its message with its file.
        var name = string.Create(CultureInfo.InvariantCulture, $"meeting:{dossier.Subject}:{postMortem.MeetingMoves}");
        var content = MeetingMessage.Render(dossier, start, before);
        db.Enqueue(lane, new Post(place, content, Name: name), now);
        db.Enqueue(lane, new UploadFile(place, $"post-mortem-{dossier.Subject}.ics", "Calendar file", CalendarFile.Render(EntryOf(dossier, start), now), name), now);
        db.RefreshSurfaces(dossier.Incident, now);
    }

    private CalendarEntry EntryOf(Dossier dossier, DateTimeOffset start) => new(
        dossier.Number,
        dossier.Incident.Title,
        start,
        dossier.PostMortem.MeetingDuration ?? TimeSpan.FromHours(1),
        dossier.PostMortem.MeetingMoves,
        Uri.TryCreate(workspace.Url, UriKind.Absolute, out var address) ? address.Host : "slack.com",
        dossier.PostMortem.MeetingLink,
        Expectation.InCalendar(dossier));
}
