using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Domain.IncidentLog;
using IncidentBot.Domain.NearMisses;
using IncidentBot.PostMortems.Causes;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.IncidentLog;

/// <summary>The near misses that a filter selects, in no order.</summary>
internal sealed record NearMissSelection(IQueryable<NearMiss> NearMisses);

/// <summary>Which near misses a filter selects. Everyone may see them all; they have no type and no action items.</summary>
internal sealed class NearMissQuery(IncidentDb db, LogDays days)
{
    /// <summary>Refused when the filter names a class that doesn't exist.</summary>
    public async Task<Result<NearMissSelection>> FindAsync(PersonId reader, LogFilter filter, CancellationToken cancellationToken)
    {
        var found = Plain(db.NearMisses.AsNoTracking(), reader, filter);
        if (filter.Service is { } service)
        {
            var spellings = await db.SpellingsOfServiceAsync(service, cancellationToken);
            found = found.Where(nearMiss => nearMiss.Service != null && spellings.Contains(nearMiss.Service));
        }

        if (filter.Cause is { } cause)
        {
            var classes = await db.AllCauseClassesAsync(cancellationToken);
            if (classes.Named(cause) is not { } named)
            {
                return LogWords.NoClass(cause);
            }

            var parts = classes.Parts(named.Id);
            found = found.Where(nearMiss => nearMiss.Cause != null && parts.Contains(nearMiss.Cause.Value));
        }

        var (begin, end) = await days.OfAsync(reader, filter, cancellationToken);
        found = begin is null ? found : found.Where(nearMiss => nearMiss.ReportedAt >= begin);
        return new NearMissSelection(end is null ? found : found.Where(nearMiss => nearMiss.ReportedAt < end));
    }

    /// <summary>The rows after a place, newest first; from the newest when there is no place.</summary>
    public static IQueryable<NearMiss> Older(IQueryable<NearMiss> nearMisses, LogPlace? than)
    {
        if (than is { StartedAt: var at, Number: var number })
        {
            nearMisses = nearMisses.Where(each => each.ReportedAt <= at && (each.ReportedAt < at || each.Number < number));
        }

        return nearMisses.OrderByDescending(each => each.ReportedAt).ThenByDescending(each => each.Number);
    }

    /// <summary>The rows before a place, the nearest first.</summary>
    public static IQueryable<NearMiss> Newer(IQueryable<NearMiss> nearMisses, LogPlace than)
    {
        var (at, number) = (than.StartedAt, than.Number);
        return nearMisses.Where(each => each.ReportedAt >= at && (each.ReportedAt > at || each.Number > number))
            .OrderBy(each => each.ReportedAt).ThenBy(each => each.Number);
    }

    private static IQueryable<NearMiss> Plain(IQueryable<NearMiss> found, PersonId reader, LogFilter filter)
    {
        if (filter.Type is not null || filter.OpenActions)
        {
            return found.Where(nearMiss => false);
        }

        if (filter.Severity is { } severity)
        {
            found = found.Where(nearMiss => nearMiss.CouldHaveBeen == severity);
        }

        return filter.Mine ? found.Where(nearMiss => nearMiss.ReportedBy == reader) : found;
    }
}
