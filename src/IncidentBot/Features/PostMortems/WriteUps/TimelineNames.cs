using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;

namespace IncidentBot.Features.PostMortems.WriteUps;

/// <summary>How people appear in the timeline of a write-up (D12).</summary>
internal enum TimelineNames
{
    /// <summary>By what they did in the incident: "Lead", "Responder".</summary>
    Roles,

    /// <summary>By their names.</summary>
    Handles,

    /// <summary>Not at all.</summary>
    Anonymous,
}

/// <summary>People in the words of the setting.</summary>
internal static class TimelineName
{
    private const string Responder = "Responder";

    public static string Of(PersonId person, TimelineNames names, Incident incident, Func<PersonId, string> nameOf) => names switch
    {
        TimelineNames.Handles => nameOf(person),
        TimelineNames.Roles => incident.RoleOf(person) is { } role ? RoleDescription.For(role).Word : Responder,
        _ => "Somebody",
    };
}
