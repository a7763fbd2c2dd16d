using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using IncidentBot.Domain;
using IncidentBot.Domain.IncidentLog;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Severities;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.IncidentLog;

/// <summary>One near miss in the exported files; README.md describes the columns. Nobody is named, as in the incidents' files.</summary>
internal sealed record NearMissExportRow : IExportRow
{
    public required int Number { get; init; }

    public required DateTimeOffset ReportedAt { get; init; }

    /// <summary>SEV1 to SEV4, whatever the workspace calls them.</summary>
    public required string CouldHaveBeen { get; init; }

    public string? Service { get; init; }

    public required string WhatHappened { get; init; }

    public required string CaughtBy { get; init; }

    public string? CauseClass { get; init; }

    /// <summary>The incident that was made of it, if the reader may see it.</summary>
    public int? Incident { get; init; }

    [JsonIgnore]
    public static IReadOnlyList<string> Columns { get; } =
        ["number", "reported_at", "could_have_been", "service", "what_happened", "caught_by", "cause_class", "incident"];

    public IEnumerable<string?> Values() =>
    [
        Number.ToString(CultureInfo.InvariantCulture), ExportRow.Text(ReportedAt), CouldHaveBeen, Service, WhatHappened, CaughtBy,
        CauseClass, Incident?.ToString(CultureInfo.InvariantCulture),
    ];
}

/// <summary>Reads near misses for an export, some hundred at a time.</summary>
internal sealed class NearMissExportRows(NearMissQuery query, NearMissRows rows)
{
    private const int InOneBatch = 200;

    public async Task<bool> AnyAsync(PersonId reader, LogFilter filter, CancellationToken cancellationToken)
    {
        var selected = await query.FindAsync(reader, filter, cancellationToken);
        return selected.Ok && await selected.Value.NearMisses.AnyAsync(cancellationToken);
    }

    /// <summary>The near misses that the filter selects, newest first.</summary>
    public async IAsyncEnumerable<NearMissExportRow> OfAsync(
        PersonId reader, LogFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        LogPlace? last = null;
        do
        {
            var selected = await query.FindAsync(reader, filter, cancellationToken);
            if (!selected.Ok)
            {
                yield break;
            }

            var numbers = await NearMissQuery.Older(selected.Value.NearMisses, last).Take(InOneBatch)
                .Select(nearMiss => nearMiss.Number).ToListAsync(cancellationToken);
            var batch = await rows.OfAsync(numbers, IncidentVisibility.SeenBy(reader), cancellationToken);
            foreach (var row in batch)
            {
                yield return RowOf(row);
            }

            last = batch.Count < InOneBatch ? null : batch[^1].Place;
        }
        while (last is not null);
    }

    private static NearMissExportRow RowOf(NearMissRow row) => new()
    {
        Number = row.NearMiss.Number,
        ReportedAt = row.NearMiss.ReportedAt,
        CouldHaveBeen = SeverityPolicy.For(row.NearMiss.CouldHaveBeen).Word,
        Service = row.NearMiss.Service,
        WhatHappened = row.NearMiss.WhatHappened,
        CaughtBy = row.NearMiss.CaughtBy,
        CauseClass = row.Cause.Length > 0 ? row.Cause : null,
        Incident = row.Incident,
    };
}
