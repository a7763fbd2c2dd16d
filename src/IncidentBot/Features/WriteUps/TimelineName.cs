using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Workspace;

namespace IncidentBot.Features.WriteUps;

/// <summary>How a write-up's timeline names people, by the setting.</summary>
internal static class TimelineName
{
    private const string Responder = "Responder";

    public static string Of(PersonId person, TimelineNames names, Incident incident, Func<PersonId, string> nameOf) => names switch
    {
        TimelineNames.Handles => nameOf(person),
        TimelineNames.Roles => incident.RoleOf(person) is { } role ? RoleDescription.For(role).Word : Responder,
        _ => "Someone",
    };
}
