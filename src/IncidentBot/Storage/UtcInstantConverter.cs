using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace IncidentBot.Storage;

/// <summary>
/// Stores every instant as UTC, cut to microseconds, so that both engines compare, order and return the same value:
/// SQLite cannot order offsets, and PostgreSQL keeps no more than microseconds.
/// </summary>
internal sealed class UtcInstantConverter() : ValueConverter<DateTimeOffset, DateTime>(
    instant => new DateTime(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc),
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));
