using IncidentBot.Domain;
using IncidentBot.Domain.IncidentLog;
using IncidentBot.Domain.Time;
using IncidentBot.People;

namespace IncidentBot.Features.IncidentLog;

/// <summary>The days of a filter as moments, in the time zone of whoever reads the log.</summary>
internal sealed class LogDays(PeopleDirectory people)
{
    /// <summary>From when, and before when; null where the filter has no such day.</summary>
    public async Task<(DateTimeOffset? Begin, DateTimeOffset? End)> OfAsync(
        PersonId reader, LogFilter filter, CancellationToken cancellationToken)
    {
        if (filter is { From: null, Until: null })
        {
            return (null, null);
        }

        var zone = Zones.Find((await people.FindAsync(reader, cancellationToken)).Zone);
        return (Start(filter.From, zone), Start(filter.Until?.AddDays(1), zone));
    }

    private static DateTimeOffset? Start(DateOnly? day, TimeZoneInfo zone) =>
        day is { } date ? Zones.ToUtc(date.ToDateTime(TimeOnly.MinValue), zone) : null;
}
