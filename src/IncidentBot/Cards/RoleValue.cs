using System.Globalization;
using IncidentBot.Domain.Incidents;

namespace IncidentBot.Cards;

/// <summary>What the buttons of a role carry: "12:lead".</summary>
internal static class RoleValue
{
    public static string Of(Incident incident, IncidentRole role) =>
        $"{IncidentWords.Number(incident)}:{RoleDescription.For(role).Word.ToLowerInvariant()}";

    public static (int Number, IncidentRole Role) Read(string value)
    {
        var parts = value.Split(':', 2);
        return (int.Parse(parts[0], CultureInfo.InvariantCulture), RoleDescription.Parse(parts[^1]).Value);
    }
}
