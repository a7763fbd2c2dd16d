using IncidentBot.Domain;
using IncidentBot.Domain.Facilitators;
using IncidentBot.Domain.Incidents;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.PostMortems;

/// <summary>How involved people were in an incident, judged by its roles and its channel.</summary>
internal sealed class IncidentParticipation(IncidentDb db)
{
    /// <summary>How many messages each person wrote in the incident's channel; bots do not count.</summary>
    public async Task<IReadOnlyDictionary<PersonId, int>> MessageCountsAsync(int number, CancellationToken cancellationToken)
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

    /// <summary>How involved one person was in the incident.</summary>
    public async Task<Involvement> OfAsync(Incident incident, PersonId person, CancellationToken cancellationToken) =>
        Of(incident, person, await MessageCountsAsync(incident.Number, cancellationToken));

    /// <summary>The same with message counts that are already loaded.</summary>
    public static Involvement Of(Incident incident, PersonId person, IReadOnlyDictionary<PersonId, int> messages) => new(
        incident.HasLed(person),
        incident.ShippedTheChange == person,
        incident.DiagnosedIt == person,
        incident.RoleOf(person) is not null,
        messages.GetValueOrDefault(person));
}
