using System.Globalization;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Outbox;
using IncidentBot.Outbox.Effects;
using IncidentBot.Storage;
using IncidentBot.Surfaces;
using IncidentBot.Workspace;

namespace IncidentBot.Features.PostMortems.Meetings;

/// <summary>Makes a chosen time known: a message in the incident's channel and a calendar file in its thread; no account anywhere is needed (defect 16).</summary>
internal sealed class MeetingAnnouncement(IncidentDb db, SlackWorkspace workspace, TimeProvider time)
{
    private const string Preparation =
        "We want to understand how the system allowed this; it is about learning, not about blame. "
        + "Please look at the timeline before and add what you saw.";

    public void Enqueue(Dossier dossier, DateTimeOffset start, DateTimeOffset? before)
    {
        var (now, postMortem) = (time.GetUtcNow(), dossier.PostMortem);
        var lane = Lane.Incident(dossier.Number);
        var place = Address.Incident(dossier.Number);

        // Any change counts here, also one of the people alone: each has its message with its file.
        var name = string.Create(CultureInfo.InvariantCulture, $"meeting:{dossier.Subject}:{postMortem.MeetingMoves}");
        var content = MeetingMessage.Render(postMortem, start, before);
        db.Enqueue(lane, new Post(place, content, Name: name), now);
        db.Enqueue(lane, new UploadFile(place, $"post-mortem-{dossier.Subject}.ics", "Calendar file", InvitationTo(dossier, start).ToIcs(now), name), now);
        db.RefreshSurfaces(dossier.Incident, now);
    }

    private Invitation InvitationTo(Dossier dossier, DateTimeOffset start) => new(
        dossier.Number,
        dossier.Incident.Title,
        start,
        dossier.PostMortem.MeetingDuration ?? TimeSpan.FromHours(1),
        dossier.PostMortem.MeetingMoves,
        Uri.TryCreate(workspace.Url, UriKind.Absolute, out var address) ? address.Host : "slack.com",
        dossier.PostMortem.MeetingLink,
        Preparation);
}
