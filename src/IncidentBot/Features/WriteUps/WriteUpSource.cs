using IncidentBot.Domain;
using IncidentBot.People;
using IncidentBot.PostMortems;
using IncidentBot.Workspace;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.WriteUps;

/// <summary>Collects the data of a printed write-up.</summary>
internal sealed class WriteUpSource(PeopleDirectory people, IOptions<PostMortemOptions> options)
{
    public async Task<WriteUpDocument> OfAsync(PostMortemView view, CancellationToken cancellationToken)
    {
        var known = await people.FindAllAsync(Mentioned(view), cancellationToken);
        var names = known.ToDictionary(pair => pair.Key, pair => pair.Value.Name);
        var timeline = WriteUpTimeline.Of(
            view,
            person => TimelineName.Of(person, options.Value.TimelineNames, view.Incident, id => names.GetValueOrDefault(id) ?? id.Value));
        return new WriteUpDocument(view, timeline, names)
        {
            Template = options.Value.TemplateOf(view.Incident.Severity, view.PostMortem),
            GapTitle = options.Value.GapTitle,
        };
    }

    private static IEnumerable<PersonId> Mentioned(PostMortemView view) =>
        new[] { view.PostMortem.Facilitator, view.Incident.DeclaredBy }.OfType<PersonId>()
            .Concat(view.PostMortem.Meeting.Attendees)
            .Concat(view.Attendance.Present)
            .Concat(view.Incident.Roles.Select(holder => holder.Person))
            .Concat(view.Incident.History.Select(change => change.By))
            .Concat(view.Entries.Select(entry => entry.AuthorId).OfType<PersonId>())
            .Concat(view.Actions.Select(action => action.Owner));
}
