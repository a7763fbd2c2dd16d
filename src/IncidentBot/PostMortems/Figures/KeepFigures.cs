using IncidentBot.Cards.Redrawing;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace IncidentBot.PostMortems.Figures;

/// <summary>
/// Writes, as part of a save, what figures count of the incidents and post-mortems in it. A save of something else costs no query.
/// </summary>
internal sealed class KeepFigures : ISaveFollowUp
{
    private static readonly string[] OfIncident =
    [
        nameof(Incident.StartedAt), nameof(Incident.Service), nameof(Incident.Severity), nameof(Incident.Status), nameof(Incident.IsDrill),
        nameof(Incident.IsPrivate), nameof(Incident.Kind), nameof(Incident.CoveredBy), nameof(Incident.Milestones),
    ];

    private static readonly string[] OfPostMortem =
    [
        nameof(PostMortem.Need), nameof(PostMortem.State), nameof(PostMortem.DueAt), nameof(PostMortem.ClockStartedAt),
        nameof(PostMortem.Facilitator), nameof(PostMortem.Meeting.HeldAt), nameof(PostMortem.WriteUp.PublishedAt),
        nameof(PostMortem.Reviews.ReopenedAt),
    ];

    public async Task<IReadOnlyList<OutboxRow>> FindAsync(
        IncidentDb db, IReadOnlyList<EntityEntry> tracked, CancellationToken cancellationToken)
    {
        var changes = new SavedChanges(db, tracked);
        db.FigureRows.AddRange(changes.Added<Incident>().Select(FigureRow.OfNew));
        var incidents = changes.Of<Incident>(OfIncident).ToList();
        var postMortems = changes.Added<PostMortem>().Concat(changes.Of<PostMortem>(OfPostMortem)).ToList();
        if (incidents.Count == 0 && postMortems.Count == 0)
        {
            return [];
        }

        var numbers = incidents.Select(incident => incident.Number).Concat(postMortems.Select(each => each.IncidentNumber)).ToHashSet();
        var known = await db.FigureRows.Where(row => numbers.Contains(row.IncidentNumber))
            .ToDictionaryAsync(row => row.IncidentNumber, cancellationToken);
        incidents.ForEach(incident => known.GetValueOrDefault(incident.Number)?.Take(incident));
        postMortems.ForEach(postMortem => known.GetValueOrDefault(postMortem.IncidentNumber)?.Take(postMortem));
        return [];
    }
}
