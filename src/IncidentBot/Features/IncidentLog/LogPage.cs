using IncidentBot.Commands;
using IncidentBot.Domain.IncidentLog;

namespace IncidentBot.Features.IncidentLog;

/// <summary>A page of the log as a button asks for it.</summary>
/// <param name="Filter">Which incidents.</param>
/// <param name="From">The row beside which the page begins; null for the newest.</param>
/// <param name="IsNewer">Whether the page ends above that row instead of beginning below it.</param>
internal sealed record LogPage(LogFilter Filter, LogPlace? From = null, bool IsNewer = false)
{
    public string Write() => ButtonValue.Write(
        Filter.Write(), From?.StartedAt.UtcTicks, From?.Number, IsNewer ? 1 : 0);

    public static LogPage Read(string? value)
    {
        var parts = ButtonValue.Read(value);
        var ticks = parts.Seconds(1);
        return new LogPage(
            LogFilter.Read(parts.Text()),
            ticks > 0 && ticks <= DateTime.MaxValue.Ticks ? new LogPlace(new DateTimeOffset(ticks, TimeSpan.Zero), parts.Number(2)) : null,
            parts.Number(3) == 1);
    }
}
