using IncidentBot.Domain.Time;

namespace IncidentBot.Starting;

/// <summary>Says at the start when the machine, often a small image, has no time zone data.</summary>
internal static partial class ZoneData
{
    public static void Warn(ILogger logger) => Warn(Zones.AreKnown, logger);

    public static void Warn(bool areKnown, ILogger logger)
    {
        if (!areKnown)
        {
            Log.Missing(logger);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message =
            "This machine has no time zone data, so working hours use each person's offset from UTC and ignore daylight saving time. "
            + "Install the package tzdata.")]
        public static partial void Missing(ILogger logger);
    }
}
