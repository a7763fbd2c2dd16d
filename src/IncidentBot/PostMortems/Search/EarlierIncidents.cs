using System.Linq.Expressions;
using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Incidents;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.PostMortems.Search;

/// <summary>Reads what helped in earlier incidents that one resembles.</summary>
internal sealed class EarlierIncidents(IncidentDb db, IncidentSearch search) : IEarlierIncidents
{
    public Task<IReadOnlyList<EarlierIncident>> LikeAsync(string title, PersonId reader, CancellationToken cancellationToken) =>
        LikeAsync(IncidentVisibility.SeenBy(reader), title, "", null, cancellationToken);

    public Task<IReadOnlyList<EarlierIncident>> LikeAsync(Incident incident, CancellationToken cancellationToken) => LikeAsync(
        IncidentVisibility.Listed,
        $"{incident.Title} {incident.WhatUsersSee}",
        incident.Service ?? "",
        incident.Number,
        cancellationToken);

    private async Task<IReadOnlyList<EarlierIncident>> LikeAsync(
        Expression<Func<Incident, bool>> visible, string text, string service, int? except, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        var similar = await search.SimilarAmongAsync(
            db.Incidents.Where(visible).Where(incident => incident.Status == IncidentStatus.Resolved),
            text,
            service,
            except,
            cancellationToken);
        return similar.Count == 0 ? [] : await ReadAsync([.. similar.Select(each => each.Number)], cancellationToken);
    }

    private async Task<IReadOnlyList<EarlierIncident>> ReadAsync(List<int> numbers, CancellationToken cancellationToken)
    {
        var incidents = await db.Incidents.AsNoTracking().Where(incident => numbers.Contains(incident.Number))
            .ToDictionaryAsync(incident => incident.Number, cancellationToken);
        var fixes = (await db.DebriefNotes.AsNoTracking()
                .Where(note => numbers.Contains(note.IncidentNumber) && note.ImmediateFix != "")
                .OrderByDescending(note => note.At).ToListAsync(cancellationToken))
            .ToLookup(note => note.IncidentNumber, note => note.ImmediateFix);
        var states = (await db.ActionItems.AsNoTracking()
                .Where(item => numbers.Contains(item.IncidentNumber) && item.State != ActionState.Dropped)
                .Select(item => new { item.IncidentNumber, item.State }).ToListAsync(cancellationToken))
            .ToLookup(item => item.IncidentNumber, item => item.State);
        return
        [
            .. numbers.Where(incidents.ContainsKey).Select(number => new EarlierIncident(
                incidents[number],
                fixes[number].FirstOrDefault() ?? "",
                states[number].Count(state => state == ActionState.Done),
                states[number].Count())),
        ];
    }
}
