using IncidentBot.Domain;
using IncidentBot.Domain.Facilitators;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Meetings;
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
    public async Task<Involvement> OfAsync(PostMortemView view, PersonId person, CancellationToken cancellationToken) => Of(
        view.Incident, view.PostMortem.Meeting, person, await MessageCountsAsync(view.Number, cancellationToken));

    /// <summary>
    /// The same with message counts that are already loaded. Who shipped the change or diagnosed it is known from the incident, or from
    /// the invitation to the meeting.
    /// </summary>
    public static Involvement Of(
        Incident incident, MeetingPlan? meeting, PersonId person, IReadOnlyDictionary<PersonId, int> messages)
    {
        var parts = meeting?.Invitees.FirstOrDefault(invitee => invitee.Person == person)?.Parts ?? InviteeParts.None;
        return new Involvement(
            incident.HasLed(person),
            incident.ShippedTheChange == person || parts.HasFlag(InviteeParts.ShippedTheChange),
            incident.DiagnosedIt == person || parts.HasFlag(InviteeParts.DiagnosedIt),
            incident.RoleOf(person) is not null,
            messages.GetValueOrDefault(person));
    }
}
