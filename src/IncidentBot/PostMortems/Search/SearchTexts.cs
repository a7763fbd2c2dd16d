using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Causes;
using IncidentBot.Domain.Search;
using IncidentBot.Domain.WriteUps;
using IncidentBot.PostMortems.Causes;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.PostMortems.Search;

/// <summary>Reads what people find incidents by, from where it is written.</summary>
internal static class SearchTexts
{
    public static async Task<IReadOnlyDictionary<int, SearchText>> SearchTextsAsync(
        this IncidentDb db, IReadOnlyList<int> numbers, CancellationToken cancellationToken)
    {
        var incidents = await db.Incidents.AsNoTracking().Where(incident => numbers.Contains(incident.Number))
            .Select(incident => new { incident.Number, incident.Title, incident.Service, incident.WhatUsersSee, incident.Resolution })
            .ToListAsync(cancellationToken);
        var documents = await db.PostMortems.AsNoTracking().Where(postMortem => numbers.Contains(postMortem.IncidentNumber))
            .Select(postMortem => new Document(
                postMortem.IncidentNumber,
                postMortem.WriteUp.Summary,
                postMortem.WriteUp.WhyChain,
                postMortem.WriteUp.MoreWhyChains,
                postMortem.WriteUp.Factors.OrderBy(factor => factor.Position).Select(factor => factor.Text).ToList(),
                postMortem.WriteUp.Learnings.OrderBy(learning => learning.Position).Select(learning => learning.Text).ToList()))
            .ToDictionaryAsync(document => document.Number, cancellationToken);
        var items = (await db.ActionItems.AsNoTracking()
            .Where(item => numbers.Contains(item.IncidentNumber) && item.State != ActionState.Dropped)
            .OrderBy(item => item.Id).Select(item => new { item.IncidentNumber, item.Text }).ToListAsync(cancellationToken))
            .ToLookup(item => item.IncidentNumber, item => item.Text);
        var causes = await db.CauseNamesAsync(numbers, cancellationToken);
        return incidents.ToDictionary(
            incident => incident.Number,
            incident =>
            {
                var document = documents.GetValueOrDefault(incident.Number);
                return new SearchText(
                    incident.Title,
                    incident.Service ?? "",
                    Lines((document?.Gaps ?? []).Concat(causes[incident.Number])),
                    Lines([document?.Summary, incident.Resolution, incident.WhatUsersSee]),
                    Lines(document?.Factors ?? []),
                    Lines(document?.Learnings ?? []),
                    Lines(items[incident.Number]));
            });
    }

    /// <summary>The same for near misses, under their numbers in the index.</summary>
    public static async Task<IReadOnlyDictionary<int, SearchText>> NearMissTextsAsync(
        this IncidentDb db, IReadOnlyList<int> numbers, CancellationToken cancellationToken)
    {
        if (numbers.Count == 0)
        {
            return new Dictionary<int, SearchText>();
        }

        var classes = await db.AllCauseClassesAsync(cancellationToken);
        var nearMisses = await db.NearMisses.AsNoTracking().Where(nearMiss => numbers.Contains(nearMiss.Number))
            .ToListAsync(cancellationToken);
        return nearMisses.ToDictionary(
            nearMiss => NearMissNumber.InIndex(nearMiss.Number),
            nearMiss => new SearchText(
                nearMiss.WhatHappened,
                nearMiss.Service ?? "",
                nearMiss.Cause is { } cause ? classes.RootOf(cause)?.Name ?? "" : "",
                nearMiss.CaughtBy,
                Factors: "",
                Learnings: "",
                Actions: ""));
    }

    /// <summary>The names of the classes of each incident's gaps.</summary>
    public static async Task<ILookup<int, string>> CauseNamesAsync(
        this IncidentDb db, IReadOnlyList<int> numbers, CancellationToken cancellationToken)
    {
        var causes = await db.GapCauses.AsNoTracking().Where(cause => numbers.Contains(cause.IncidentNumber))
            .OrderBy(cause => cause.IncidentNumber).ThenBy(cause => cause.Chain)
            .Select(cause => new { cause.IncidentNumber, cause.Class }).ToListAsync(cancellationToken);
        var classes = causes.Count == 0 ? new CauseClasses([]) : await db.AllCauseClassesAsync(cancellationToken);
        return causes.Select(cause => (cause.IncidentNumber, classes.RootOf(cause.Class)?.Name)).Where(each => each.Name is not null)
            .Distinct().ToLookup(each => each.IncidentNumber, each => each.Name!);
    }

    private static string Lines(IEnumerable<string?> texts) =>
        string.Join('\n', texts.Where(text => !string.IsNullOrEmpty(text)).Distinct(StringComparer.Ordinal));

    private sealed record Document(
        int Number,
        string Summary,
        WhyChain WhyChain,
        IReadOnlyList<WhyChain> MoreWhyChains,
        List<string> Factors,
        List<string> Learnings)
    {
        public IEnumerable<string> Gaps => MoreWhyChains.Prepend(WhyChain).Select(chain => chain.StructuralGap);
    }
}
