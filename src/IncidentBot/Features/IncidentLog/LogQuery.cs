using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Domain.IncidentLog;
using IncidentBot.Domain.Incidents;
using IncidentBot.PostMortems.Causes;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.IncidentLog;

/// <summary>Where a row stands in the log: by when it started, and among those at the same moment by number.</summary>
internal sealed record LogPlace(DateTimeOffset StartedAt, int Number);

/// <summary>The incidents that a filter selects, in no order.</summary>
internal sealed record LogSelection(IQueryable<Incident> Incidents);

/// <summary>Which incidents a filter selects for one reader, and in which order.</summary>
internal sealed class LogQuery(IncidentDb db, LogDays days)
{
    /// <summary>Up to so many are looked up by number. Of more, the newest page is soon found by going through all.</summary>
    private const int Few = 500;

    /// <summary>
    /// The incidents that the reader may see and the filter selects; refused when the filter names a class that doesn't exist.
    /// </summary>
    public async Task<Result<LogSelection>> FindAsync(PersonId reader, LogFilter filter, CancellationToken cancellationToken)
    {
        var incidents = Plain(db.Incidents.AsNoTracking().Where(IncidentVisibility.SeenBy(reader)), filter);
        if (filter.Service is { } service)
        {
            incidents = OfService(incidents, await db.SpellingsOfServiceAsync(service, cancellationToken));
        }

        if (filter.Cause is { } cause)
        {
            var classes = await db.AllCauseClassesAsync(cancellationToken);
            if (classes.Named(cause) is not { } named)
            {
                return LogWords.NoClass(cause);
            }

            incidents = await OfCauseAsync(incidents, classes.Parts(named.Id), cancellationToken);
        }

        if (filter.Mine)
        {
            incidents = await OfPersonAsync(incidents, reader, cancellationToken);
        }

        var (begin, end) = await days.OfAsync(reader, filter, cancellationToken);
        incidents = begin is null ? incidents : incidents.Where(incident => incident.StartedAt >= begin);
        return new LogSelection(end is null ? incidents : incidents.Where(incident => incident.StartedAt < end));
    }

    /// <summary>The rows after a place, newest first; from the newest when there is no place.</summary>
    public static IQueryable<Incident> Older(IQueryable<Incident> incidents, LogPlace? than) =>
        (than is null ? incidents : Before(incidents, than.StartedAt, than.Number))
        .OrderByDescending(incident => incident.StartedAt).ThenByDescending(incident => incident.Number);

    /// <summary>All rows, oldest first.</summary>
    public static IQueryable<Incident> Oldest(IQueryable<Incident> incidents) =>
        incidents.OrderBy(incident => incident.StartedAt).ThenBy(incident => incident.Number);

    /// <summary>The rows before a place, the nearest first.</summary>
    public static IQueryable<Incident> Newer(IQueryable<Incident> incidents, LogPlace than)
    {
        var (at, number) = (than.StartedAt, than.Number);
        return incidents
            .Where(incident => incident.StartedAt >= at && (incident.StartedAt > at || incident.Number > number))
            .OrderBy(incident => incident.StartedAt).ThenBy(incident => incident.Number);
    }

    /// <summary>The first condition alone says where the index is entered.</summary>
    private static IQueryable<Incident> Before(IQueryable<Incident> incidents, DateTimeOffset at, int number) =>
        incidents.Where(incident => incident.StartedAt <= at && (incident.StartedAt < at || incident.Number < number));

    /// <summary>With one spelling the index gives the rows in their order.</summary>
    private static IQueryable<Incident> OfService(IQueryable<Incident> incidents, IReadOnlyList<string> spellings)
    {
        if (spellings is [var only])
        {
            return incidents.Where(incident => incident.Service == only);
        }

        return incidents.Where(incident => incident.Service != null && spellings.Contains(incident.Service));
    }

    private async Task<IQueryable<Incident>> OfCauseAsync(
        IQueryable<Incident> incidents, IReadOnlyList<Guid> parts, CancellationToken cancellationToken)
    {
        var classes = parts is [var only]
            ? db.GapCauses.Where(each => each.Class == only)
            : db.GapCauses.Where(each => parts.Contains(each.Class));
        var numbers = await classes.Select(each => each.IncidentNumber)
            .OrderByDescending(number => number).Take(Few + 1).ToListAsync(cancellationToken);
        return numbers.Count <= Few
            ? incidents.Where(incident => numbers.Contains(incident.Number))
            : incidents.Where(incident => classes.Any(each => each.IncidentNumber == incident.Number));
    }

    private async Task<IQueryable<Incident>> OfPersonAsync(
        IQueryable<Incident> incidents, PersonId person, CancellationToken cancellationToken)
    {
        var declared = await db.Incidents.Where(incident => incident.DeclaredBy == person).Select(incident => incident.Number)
            .OrderByDescending(number => number).Take(Few + 1).ToListAsync(cancellationToken);
        var held = await (
            from incident in db.Incidents
            from holder in incident.Roles
            where holder.Person == person
            orderby EF.Property<int>(holder, "IncidentNumber") descending
            select EF.Property<int>(holder, "IncidentNumber")).Take(Few + 1).ToListAsync(cancellationToken);
        var numbers = declared.Union(held).ToList();
        return numbers.Count <= Few
            ? incidents.Where(incident => numbers.Contains(incident.Number))
            : incidents.Where(incident => incident.DeclaredBy == person || incident.Roles.Any(holder => holder.Person == person));
    }

    private IQueryable<Incident> Plain(IQueryable<Incident> incidents, LogFilter filter)
    {
        if (!filter.Drills)
        {
            incidents = incidents.Where(incident => !incident.IsDrill);
        }

        if (!filter.Cancelled)
        {
            incidents = incidents.Where(incident => incident.Status != IncidentStatus.Cancelled);
        }

        if (filter.Severity is { } severity)
        {
            incidents = incidents.Where(incident => incident.Severity == severity);
        }

        if (filter.Type is { } type)
        {
            incidents = incidents.Where(incident => incident.Type == type);
        }

        return filter.OpenActions
            ? incidents.Where(incident => db.ActionItems.Any(item => item.IncidentNumber == incident.Number && item.ClosedAt == null))
            : incidents;
    }
}
