using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Severities;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Lifecycle;

/// <summary>
/// What a change of an incident means for its post-mortem: the first resolve opens it, reopening stops its clock, the next
/// resolve starts another one, cancelling ends what is owed, and another severity moves the deadline.
/// </summary>
internal sealed class PostMortemFollowUp(IncidentDb db)
{
    /// <summary>The post-mortem as it stands now; null when there is none.</summary>
    public async Task<PostMortem?> AfterAsync(
        Incident incident, IncidentBefore before, PersonId actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var postMortem = await db.PostMortems.SingleOrDefaultAsync(known => known.IncidentNumber == incident.Number, cancellationToken);
        var deadline = incident.PostMortemWithin;
        switch (incident)
        {
            case { Status: IncidentStatus.Cancelled }:
                postMortem?.NoLongerOwed(incident.CancelReason ?? "cancelled", actor, now);
                break;
            case { IsOpen: true } when !before.WasOpen:
                postMortem?.StopClock(actor, now);
                break;
            case { Status: IncidentStatus.Resolved, PostMortemNeed: { } need } when before.WasOpen:
                return ResolvedNow(incident, postMortem, need, deadline, actor);
            case { PostMortemNeed: { } need }:
                postMortem?.ChangeNeed(need, deadline, actor, now);
                break;
        }

        return postMortem;
    }

    private PostMortem ResolvedNow(Incident incident, PostMortem? postMortem, PostMortemNeed need, TimeSpan deadline, PersonId actor)
    {
        var clockStart = incident.ResolvedAt!.Value;
        if (postMortem is not null)
        {
            postMortem.RestartClock(need, clockStart, deadline, actor);
            return postMortem;
        }

        return db.PostMortems.Add(PostMortem.Open(Guid.CreateVersion7(clockStart), incident.Number, need, clockStart, deadline)).Entity;
    }
}
