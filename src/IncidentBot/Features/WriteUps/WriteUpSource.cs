using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timelines;
using IncidentBot.People;
using IncidentBot.PostMortems;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.WriteUps;

/// <summary>Collects the data of a printed write-up.</summary>
internal sealed class WriteUpSource(IncidentDb db, PeopleDirectory people, PlainMessageText plainText, IOptions<PostMortemOptions> options)
{
    public async Task<WriteUpDocument> OfAsync(PostMortemView view, CancellationToken cancellationToken)
    {
        var known = await people.FindAllAsync(Mentioned(view), cancellationToken);
        var names = known.ToDictionary(pair => pair.Key, pair => pair.Value.Name);
        var name = new TimelineName(options.Value.TimelineNames, view.Incident, await EveryoneAsync(known, cancellationToken));
        var timeline = WriteUpTimeline.Of(view, name.Of, name.In);
        return new WriteUpDocument(view, timeline, names)
        {
            Template = options.Value.TemplateOf(view.Incident.Severity, view.PostMortem),
            GapTitle = options.Value.GapTitle,
            ParkedQuestions = await ParkedAsync(view, name, cancellationToken),
        };
    }

    /// <summary>The timeline of an incident that has no post-mortem yet, with people named in the same way.</summary>
    public async Task<IReadOnlyList<WriteUpLine>> TimelineAsync(
        Incident incident, IReadOnlyList<TimelineEntry> entries, CancellationToken cancellationToken)
    {
        var everyone = await db.People.AsNoTracking().ToDictionaryAsync(person => person.Id, cancellationToken);
        var name = new TimelineName(options.Value.TimelineNames, incident, everyone);
        return WriteUpTimeline.Of(TimelineView.Of(incident, entries, name.Of), name.Of, name.In);
    }

    private async Task<IReadOnlyList<string>> ParkedAsync(
        PostMortemView view, TimelineName name, CancellationToken cancellationToken)
    {
        var questions = new List<string>();
        foreach (var message in view.OpenPoints.Select(point => point.Message).OfType<ChannelMessage>())
        {
            questions.Add(name.In(await plainText.OfAsync(message, cancellationToken), message.At));
        }

        return questions;
    }

    /// <summary>A text may mention people who took no part, by names that the table of people knows.</summary>
    private async Task<IReadOnlyDictionary<PersonId, Person>> EveryoneAsync(
        IReadOnlyDictionary<PersonId, Person> known, CancellationToken cancellationToken)
    {
        var everyone = await db.People.AsNoTracking().ToDictionaryAsync(person => person.Id, cancellationToken);
        foreach (var (id, person) in known)
        {
            everyone.TryAdd(id, person);
        }

        return everyone;
    }

    private static IEnumerable<PersonId> Mentioned(PostMortemView view) =>
        new[] { view.PostMortem.Facilitator, view.Incident.DeclaredBy }.OfType<PersonId>()
            .Concat(view.PostMortem.Meeting.Attendees)
            .Concat(view.Attendance.Present)
            .Concat(view.Incidents.SelectMany(incident => incident.Roles).Select(holder => holder.Person))
            .Concat(view.Incidents.SelectMany(incident => incident.History).Select(change => change.By))
            .Concat(view.Entries.Select(entry => entry.AuthorId).OfType<PersonId>())
            .Concat(view.Actions.Select(action => action.Owner));
}
