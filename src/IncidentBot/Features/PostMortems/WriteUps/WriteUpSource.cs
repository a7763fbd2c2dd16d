using IncidentBot.Domain;
using IncidentBot.People;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.PostMortems.WriteUps;

/// <summary>Collects what a write-up prints.</summary>
internal sealed class WriteUpSource(PeopleDirectory people, IOptions<PostMortemOptions> options)
{
    public async Task<WriteUp> OfAsync(Dossier dossier, CancellationToken cancellationToken)
    {
        var known = await people.FindAllAsync(Mentioned(dossier), cancellationToken);
        var names = known.ToDictionary(pair => pair.Key, pair => pair.Value.Name);
        var timeline = WriteUpTimeline.Of(
            dossier,
            person => TimelineName.Of(person, options.Value.TimelineNames, dossier.Incident, id => names.GetValueOrDefault(id) ?? id.Value));
        return new WriteUp(dossier, timeline, names)
        {
            Template = options.Value.TemplateOf(dossier.Incident.Severity, dossier.PostMortem),
            GapTitle = options.Value.GapTitle,
        };
    }

    private static IEnumerable<PersonId> Mentioned(Dossier dossier) =>
        new[] { dossier.PostMortem.Facilitator, dossier.Incident.DeclaredBy }.OfType<PersonId>()
            .Concat(dossier.PostMortem.Attendees)
            .Concat(dossier.Incident.Roles.Select(holder => holder.Person))
            .Concat(dossier.Incident.History.Select(change => change.By))
            .Concat(dossier.Entries.Select(entry => entry.AuthorId).OfType<PersonId>())
            .Concat(dossier.Actions.Select(action => action.Owner));
}
