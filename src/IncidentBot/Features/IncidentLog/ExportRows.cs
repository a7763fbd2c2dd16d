using System.Runtime.CompilerServices;
using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.IncidentLog;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Severities;
using IncidentBot.PostMortems.Search;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.IncidentLog;

/// <summary>
/// Reads the log for an export, some hundred incidents at a time, so that a long one neither fills the memory nor holds a
/// transaction. Each batch asks again what the reader may see.
/// </summary>
internal sealed class ExportRows(IncidentDb db, LogQuery query, SlackWorkspace workspace)
{
    private const int InOneBatch = 200;

    /// <summary>The incidents that the reader may see and the filter selects, newest first.</summary>
    public async IAsyncEnumerable<ExportRow> OfAsync(
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

            var incidents = await LogQuery.Older(selected.Value.Incidents, last).Take(InOneBatch).ToListAsync(cancellationToken);
            foreach (var row in await WithDetailsAsync(reader, incidents.ConvertAll(RowOf), cancellationToken))
            {
                yield return row;
            }

            last = incidents.Count < InOneBatch ? null : new LogPlace(incidents[^1].StartedAt, incidents[^1].Number);
        }
        while (last is not null);
    }

    private static ExportRow RowOf(Incident incident) => new()
    {
        Number = incident.Number,
        StartedAt = incident.StartedAt,
        EndedAt = incident.EndedAt,
        DurationMinutes = (int?)incident.Duration?.TotalMinutes,
        Severity = SeverityPolicy.For(incident.Severity).Word,
        Status = StatusLabel.For(incident.Status).Word,
        Type = incident.Type?.ToString(),
        Kind = KindWords.For(incident.Kind),
        Service = incident.Service,
        Title = incident.Title,
        Summary = incident.Resolution,
        Drill = incident.IsDrill,
        Private = incident.IsPrivate,
        DuplicateOf = incident.DuplicateOf,
    };

    private async Task<IReadOnlyList<ExportRow>> WithDetailsAsync(
        PersonId reader, List<ExportRow> rows, CancellationToken cancellationToken)
    {
        var numbers = rows.ConvertAll(row => row.Number);
        var documents = await db.PostMortems.AsNoTracking().Where(postMortem => numbers.Contains(postMortem.IncidentNumber))
            .Select(postMortem => new { postMortem.IncidentNumber, postMortem.WriteUp.Summary, postMortem.WriteUp.WhyChain })
            .ToDictionaryAsync(document => document.IncidentNumber, cancellationToken);
        var items = (await db.ActionItems.AsNoTracking()
            .Where(item => numbers.Contains(item.IncidentNumber) && item.State != ActionState.Dropped).OrderBy(item => item.Id)
            .Select(item => new { item.IncidentNumber, item.Text, item.State }).ToListAsync(cancellationToken))
            .ToLookup(item => item.IncidentNumber);
        var causes = await db.CauseNamesAsync(numbers, cancellationToken);
        var carriers = await db.CarriersAsync(numbers, IncidentVisibility.SeenBy(reader), cancellationToken);
        var names = numbers.ConvertAll(number => BotMessageNames.WriteUpOf(carriers.GetValueOrDefault(number, number)));
        var messages = await db.BotMessages.AsNoTracking().Where(message => names.Contains(message.Name))
            .ToDictionaryAsync(message => message.Name, StringComparer.Ordinal, cancellationToken);
        return rows.ConvertAll(row =>
        {
            var writeUp = BotMessageNames.WriteUpOf(carriers.GetValueOrDefault(row.Number, row.Number));
            var document = documents.GetValueOrDefault(row.Number);
            return row with
            {
                Summary = document is { Summary.Length: > 0 } ? document.Summary : row.Summary,
                RootCause = document is { WhyChain.StructuralGap.Length: > 0 } ? document.WhyChain.StructuralGap : null,
                CauseClasses = [.. causes[row.Number]],
                ActionsDone = items[row.Number].Count(item => item.State == ActionState.Done),
                Actions = items[row.Number].Count(),
                ActionItems = [.. items[row.Number].Select(item => item.Text)],
                CoveredBy = carriers.TryGetValue(row.Number, out var carrier) ? carrier : null,
                WriteUp = messages.GetValueOrDefault(writeUp) is { } message
                    ? workspace.Permalink(message.ChannelId, message.Ts)
                    : null,
            };
        });
    }
}
