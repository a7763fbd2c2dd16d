using System.Linq.Expressions;
using IncidentBot.Cards;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Severities;
using IncidentBot.PostMortems.Search;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.IncidentLog;

/// <summary>One incident in the log.</summary>
internal sealed record LogRow(int Number, string Title, DateTimeOffset StartedAt, Severity Severity, IncidentStatus Status)
{
    public IncidentType? Type { get; init; }

    public IncidentKind Kind { get; init; }

    public string? Service { get; init; }

    public bool IsDrill { get; init; }

    public bool IsPrivate { get; init; }

    public int? DuplicateOf { get; init; }

    public int? CoveredBy { get; init; }

    public bool HasPostMortem { get; init; }

    public IReadOnlyList<string> Causes { get; init; } = [];

    /// <summary>Its action items, without dropped ones.</summary>
    public int Actions { get; init; }

    public int ActionsDone { get; init; }

    /// <summary>Its write-up, or its channel while it has no post-mortem; the post-mortem leads to the channel.</summary>
    public Mrkdwn Places { get; init; } = Mrkdwn.Empty;

    public LogPlace Place => new(StartedAt, Number);
}

/// <summary>Reads what the log shows of incidents; the caller checked that the reader may see them.</summary>
internal sealed class LogRows(IncidentDb db, IncidentLinks links)
{
    /// <param name="numbers">The incidents, in the order in which they are shown.</param>
    /// <param name="visible">Which incidents may be named beside them.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<LogRow>> OfAsync(
        IReadOnlyList<int> numbers, Expression<Func<Incident, bool>> visible, CancellationToken cancellationToken)
    {
        var rows = await db.Incidents.AsNoTracking().Where(incident => numbers.Contains(incident.Number))
            .Select(incident => new LogRow(incident.Number, incident.Title, incident.StartedAt, incident.Severity, incident.Status)
            {
                Type = incident.Type,
                Kind = incident.Kind,
                Service = incident.Service,
                IsDrill = incident.IsDrill,
                IsPrivate = incident.IsPrivate,
                DuplicateOf = incident.DuplicateOf,
                HasPostMortem = db.PostMortems.Any(postMortem => postMortem.IncidentNumber == incident.Number),
            })
            .ToDictionaryAsync(row => row.Number, cancellationToken);
        var causes = await db.CauseNamesAsync(numbers, cancellationToken);
        var items = (await db.ActionItems.AsNoTracking()
            .Where(item => numbers.Contains(item.IncidentNumber) && item.State != ActionState.Dropped)
            .Select(item => new { item.IncidentNumber, item.State }).ToListAsync(cancellationToken))
            .ToLookup(item => item.IncidentNumber, item => item.State);
        var places = await links.PlacesAsync(rows.Values.Where(row => !row.HasPostMortem).Select(row => row.Number), cancellationToken);
        var carriers = await db.CarriersAsync(numbers, visible, cancellationToken);
        var writeUps = await links.WriteUpsAsync(numbers, carriers, cancellationToken);
        return
        [
            .. numbers.Where(rows.ContainsKey).Select(number => rows[number] with
            {
                CoveredBy = carriers.TryGetValue(number, out var carrier) ? carrier : null,
                Causes = [.. causes[number]],
                Actions = items[number].Count(),
                ActionsDone = items[number].Count(state => state == ActionState.Done),
                Places = places.GetValueOrDefault(number) ?? writeUps.GetValueOrDefault(number) ?? Mrkdwn.Empty,
            }),
        ];
    }
}
