using IncidentBot.Domain;
using IncidentBot.Domain.Facilitators;
using IncidentBot.Domain.Incidents;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.PostMortems;

/// <summary>How people took part in an incident, from its roles and its channel.</summary>
internal sealed class IncidentParticipation(IncidentDb db)
{
    /// <summary>How many messages each person wrote in the incident's channel; bots do not count.</summary>
    public async Task<IReadOnlyDictionary<PersonId, int>> MessagesAsync(int number, CancellationToken cancellationToken)
    {
        var channel = await db.Channels.FindAsync([number], cancellationToken);
        if (channel?.ChannelId is not { } id)
        {
            return new Dictionary<PersonId, int>();
        }

        var authors = await db.ChannelMessages.AsNoTracking()
            .Where(message => message.Channel == id && !message.IsBot && message.AuthorId != null && message.DeletedAt == null)
            .GroupBy(message => message.AuthorId)
            .Select(group => new { Author = group.Key, Count = group.Count() })
            .ToListAsync(cancellationToken);
        return authors.Where(row => row.Author is not null).ToDictionary(row => row.Author!.Value, row => row.Count);
    }

    /// <summary>How close one person was to the incident, for facilitating.</summary>
    public async Task<IncidentPart> OfAsync(Incident incident, PersonId person, CancellationToken cancellationToken) =>
        Of(incident, person, await MessagesAsync(incident.Number, cancellationToken));

    /// <summary>The same, when the messages are already counted.</summary>
    public static IncidentPart Of(Incident incident, PersonId person, IReadOnlyDictionary<PersonId, int> messages) => new(
        incident.History.Any(change => change is { Fact: ChangedFact.Role, Detail: "Lead" } && change.New == person.Value),
        incident.ShippedTheChange == person,
        incident.DiagnosedIt == person,
        incident.RoleOf(person) is not null,
        messages.GetValueOrDefault(person));
}
