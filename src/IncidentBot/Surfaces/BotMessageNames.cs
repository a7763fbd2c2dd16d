using System.Globalization;

namespace IncidentBot.Surfaces;

/// <summary>How our messages are called, so that they are found again.</summary>
internal static class BotMessageNames
{
    public const string StatusCard = "status_card";
    public const string Headline = "headline";
    public const string ResolveCard = "resolve_card";
    public const string WriteUp = "write_up";

    public static string Card(string card, string subject) => $"{card}:{subject}";

    public static string Card(string card, int incidentNumber) => Card(card, incidentNumber.ToString(CultureInfo.InvariantCulture));
}
