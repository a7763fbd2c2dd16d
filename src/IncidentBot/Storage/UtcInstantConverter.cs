using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace IncidentBot.Storage;

/// <summary>
/// Stores every instant as UTC, cut to microseconds, so that both engines compare, order and return the same value:
/// SQLite cannot order offsets, and PostgreSQL keeps no more than microseconds.
/// </summary>
internal sealed class UtcInstantConverter() : ValueConverter<DateTimeOffset, DateTime>(
    instant => Stored(instant),
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)))
{
    /// <summary>The same for statements in SQL, whose parameters no converter sees.</summary>
    public static DateTime Stored(DateTimeOffset instant) =>
        new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);
}
