using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Language.Blame;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IncidentBot.People;

/// <summary>
/// The people whose names the blame check recognises: role holders, the people who declared, diagnosed or shipped, the
/// facilitator, the attendees, people in the meeting, and the most active ones in the channel.
/// </summary>
internal sealed class PeopleAround(IncidentDb db, IOptions<WordingOptions> wording)
{
    private const int HeaviestPosters = 10;

    /// <summary>Only from known people; Slack is not asked.</summary>
    public async Task<PeoplePresent> OfAsync(Incident incident, CancellationToken cancellationToken)
    {
        var postMortem = await db.PostMortems.AsNoTracking()
            .SingleOrDefaultAsync(each => each.IncidentNumber == incident.Number, cancellationToken);
        var board = await db.Boards.AsNoTracking().SingleOrDefaultAsync(each => each.IncidentNumber == incident.Number, cancellationToken);
        PersonId?[] named = [incident.Lead, incident.DeclaredBy, incident.DiagnosedIt, incident.ShippedTheChange, postMortem?.Facilitator];
        List<PersonId> around =
        [
            .. incident.Roles.Select(holder => holder.Person),
            .. named.OfType<PersonId>(),
            .. postMortem?.Meeting.Attendees ?? [],
            .. board?.Present ?? [],
            .. await PostersAsync(incident.Number, cancellationToken),
        ];
        var people = await db.People.AsNoTracking().Where(person => around.Contains(person.Id) && !person.IsBot)
            .ToListAsync(cancellationToken);
        var names = people.Where(person => !person.IsUnknown).SelectMany(person => new[] { person.Name, person.KnownAs });
        return PeoplePresent.From(names.Where(name => name.Length > 0)).Writing(wording.Value.All);
    }

    private async Task<IReadOnlyList<PersonId>> PostersAsync(int number, CancellationToken cancellationToken)
    {
        var authors = await db.MessagesOf(number).AsNoTracking()
            .Where(message => !message.IsBot && message.AuthorId != null && message.DeletedAt == null)
            .GroupBy(message => message.AuthorId)
            .OrderByDescending(group => group.Count())
            .Take(HeaviestPosters)
            .Select(group => group.Key)
            .ToListAsync(cancellationToken);
        return [.. authors.OfType<PersonId>()];
    }
}
