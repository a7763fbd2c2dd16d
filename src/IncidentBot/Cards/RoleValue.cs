using IncidentBot.Commands;
using IncidentBot.Domain.Incidents;

namespace IncidentBot.Cards;

/// <summary>The value of a role's buttons: "12:lead".</summary>
internal static class RoleValue
{
    public static string Of(Incident incident, IncidentRole role) =>
        ButtonValue.Write(incident.Number, RoleDescription.For(role).Word.ToLowerInvariant());

    public static (int Number, IncidentRole Role) Read(string value)
    {
        var parts = ButtonValue.Read(value);
        return RoleDescription.Parse(parts.Text(1)) is { Ok: true, Value: var role } ? (parts.Number(), role) : default;
    }
}
