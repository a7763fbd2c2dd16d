using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timelines;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Renders the form about what happened, with the times that the timeline knows.</summary>
internal sealed class WhatHappenedForm(IncidentDb db, RecentPostMortems recent)
{
    public async Task<Modal> RenderAsync(Incident incident, CancellationToken cancellationToken)
    {
        var signals = await db.TimelineEntries.AsNoTracking()
            .Where(entry => entry.IncidentNumber == incident.Number && entry.Kind == EntryKind.Signal)
            .ToListAsync(cancellationToken);
        var load = await recent.OfAsync(incident, cancellationToken);
        return WhatHappenedModal.Render(incident, Gaps.Of(incident.Milestones, signals, []), load);
    }
}
