using System.Linq.Expressions;
using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Incidents;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace IncidentBot.PostMortems.Search;

/// <summary>Reads what helped in earlier incidents that one resembles.</summary>
internal sealed class EarlierIncidents(IncidentDb db, IncidentSearch search, IMemoryCache found) : IEarlierIncidents
{
    /// <summary>A card is drawn at every press; what it resembles changes with its words, or when another incident is resolved.</summary>
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(10);

    public async Task<IReadOnlyList<EarlierIncident>> LikeAsync(string title, PersonId reader, CancellationToken cancellationToken)
    {
        var visible = IncidentVisibility.SeenBy(reader);
        return await ReadAsync(await FindAsync(visible, new Asked(null, title, ""), cancellationToken), visible, cancellationToken);
    }

    public async Task<IReadOnlyList<EarlierIncident>> LikeAsync(Incident incident, CancellationToken cancellationToken)
    {
        var visible = IncidentVisibility.Listed;
        var asked = new Asked(incident.Number, $"{incident.Title} {incident.WhatUsersSee}", incident.Service ?? "");
        if (!found.TryGetValue(asked, out List<int>? numbers))
        {
            numbers = found.Set(asked, await FindAsync(visible, asked, cancellationToken), KeptFor);
        }

        return await ReadAsync(numbers!, visible, cancellationToken);
    }

    private async Task<List<int>> FindAsync(
        Expression<Func<Incident, bool>> visible, Asked asked, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(asked.Text))
        {
            return [];
        }

        var resolved = db.Incidents.Where(visible).Where(incident => incident.Status == IncidentStatus.Resolved);
        var similar = await search.SimilarAmongAsync(resolved, asked.Text, asked.Service, asked.Number, cancellationToken);
        return [.. similar.Select(each => each.Number)];
    }

    /// <summary>One of them can have become private since it was found.</summary>
    private async Task<IReadOnlyList<EarlierIncident>> ReadAsync(
        List<int> numbers, Expression<Func<Incident, bool>> visible, CancellationToken cancellationToken)
    {
        if (numbers.Count == 0)
        {
            return [];
        }

        var incidents = await db.Incidents.AsNoTracking().Where(visible).Where(incident => numbers.Contains(incident.Number))
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

    /// <summary>What is looked for; the number is the incident's own, which does not resemble itself.</summary>
    private sealed record Asked(int? Number, string Text, string Service);
}
