using IncidentBot.Cards.Redrawing;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Causes;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.NearMisses;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.WriteUps;
using IncidentBot.PostMortems.Causes;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace IncidentBot.PostMortems.Search;

/// <summary>Notes, as part of a save, which incidents are found by other words after it. A save of something else costs no query.</summary>
internal sealed class SearchMarks : ISaveFollowUp
{
    private static readonly string[] OfIncident =
        [nameof(Incident.Title), nameof(Incident.Service), nameof(Incident.WhatUsersSee), nameof(Incident.Resolution)];

    private static readonly string[] OfPostMortem =
        [nameof(PostMortem.WriteUp.Summary), nameof(PostMortem.WriteUp.WhyChain), nameof(PostMortem.WriteUp.MoreWhyChains)];

    private static readonly string[] OfItem = [nameof(ActionItem.Text), nameof(ActionItem.State)];

    private static readonly string[] OfClass = [nameof(CauseClass.Name), nameof(CauseClass.MergedInto)];

    private static readonly string[] OfNearMiss = [nameof(NearMiss.Service), nameof(NearMiss.Cause)];

    public async Task<IReadOnlyList<OutboxRow>> FindAsync(
        IncidentDb db, IReadOnlyList<EntityEntry> tracked, CancellationToken cancellationToken)
    {
        var changes = new SavedChanges(db, tracked);

        // The number of a new incident is known only after the save.
        db.StaleSearches.AddRange(changes.Added<Incident>().Select(incident => new StaleSearch { Incident = incident }));
        var numbers = changes.Of<Incident>(OfIncident).Select(incident => incident.Number)
            .Concat(changes.Of<PostMortem>(OfPostMortem).Concat(WithListsChanged(changes, tracked)).Select(each => each.IncidentNumber))
            .Concat(changes.Added<ActionItem>().Concat(changes.Of<ActionItem>(OfItem)).Select(item => item.IncidentNumber))
            .Concat(changes.Of<GapCause>().Select(cause => cause.IncidentNumber))
            .ToHashSet();
        db.StaleNearMisses.AddRange(changes.Added<NearMiss>().Select(nearMiss => new StaleNearMiss { NearMiss = nearMiss }));
        var nearMisses = changes.Of<NearMiss>(OfNearMiss).Select(nearMiss => nearMiss.Number).ToHashSet();
        await AddOfClassesAsync(changes, numbers, nearMisses, cancellationToken);
        db.StaleSearches.AddRange(numbers.Order().Select(number => new StaleSearch { IncidentNumber = number }));
        db.StaleNearMisses.AddRange(nearMisses.Order().Select(number => new StaleNearMiss { NearMissNumber = number }));
        return [];
    }

    private static IEnumerable<PostMortem> WithListsChanged(SavedChanges changes, IReadOnlyList<EntityEntry> tracked)
    {
        var owners = tracked
            .Where(entry => entry is
            {
                Entity: ContributingFactor or Learning, State: EntityState.Added or EntityState.Modified or EntityState.Deleted,
            })
            .Select(entry => (Guid)entry.Property("PostMortemId").CurrentValue!).ToHashSet();
        return owners.Count == 0 ? [] : changes.Tracked<PostMortem>().Where(postMortem => owners.Contains(postMortem.Id));
    }

    /// <summary>The incidents and near misses of classes that were renamed or merged.</summary>
    private static async Task AddOfClassesAsync(
        SavedChanges changes, HashSet<int> incidents, HashSet<int> nearMisses, CancellationToken cancellationToken)
    {
        var changed = changes.Of<CauseClass>(OfClass).Select(cause => cause.Id).ToList();
        if (changed.Count == 0)
        {
            return;
        }

        var classes = await changes.Db.AllCauseClassesAsync(cancellationToken);
        var parts = changed.SelectMany(id => classes.Parts(id).Append(id)).ToHashSet();
        incidents.UnionWith(await changes.Db.GapCauses.Where(cause => parts.Contains(cause.Class)).Select(cause => cause.IncidentNumber)
            .Distinct().ToListAsync(cancellationToken));
        nearMisses.UnionWith(await changes.Db.NearMisses.Where(each => each.Cause != null && parts.Contains(each.Cause.Value))
            .Select(each => each.Number).ToListAsync(cancellationToken));
    }
}
