using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Time;

namespace IncidentBot.Domain.Timelines;

/// <summary>
/// The timeline as people read it: the entries they added and the facts that the bot recorded, in one order, from where the
/// incident began to where it ended. Removed entries are left out, and so is what the bot recorded after the end.
/// </summary>
public static class TimelineView
{
    /// <summary>Merges entries and facts, oldest first; at the same instant facts come before entries.</summary>
    /// <param name="incident">Its history, milestones and status updates are the facts.</param>
    /// <param name="entries">The entries in any order; removed ones are left out.</param>
    /// <param name="nameOf">How a person is shown inside the sentence of a fact: a name, a handle or a role.</param>
    public static IReadOnlyList<TimelineLine> Of(
        Incident incident, IEnumerable<TimelineEntry> entries, Func<PersonId, string> nameOf) =>
        Of(incident, entries, (person, _) => nameOf(person));

    /// <summary>The same, with people named by what they were at the moment of each line.</summary>
    /// <param name="incident">Its history, milestones and status updates are the facts.</param>
    /// <param name="entries">The entries in any order; removed ones are left out.</param>
    /// <param name="nameOf">How a person is shown inside the sentence of a fact at a moment.</param>
    public static IReadOnlyList<TimelineLine> Of(
        Incident incident, IEnumerable<TimelineEntry> entries, Func<PersonId, DateTimeOffset, string> nameOf)
    {
        var shown = entries.Where(entry => !entry.IsRemoved).Order(TimelineOrder.Instance).Select(Line);
        return [.. Start(incident).Concat(Changes(incident, nameOf)).Concat(Updates(incident, nameOf)).Concat(Milestones(incident))
            .Concat(shown).Concat(End(incident)).OrderBy(line => line.At)];
    }

    /// <summary>Whether a clock time alone would be ambiguous: the lines lie on more than one day.</summary>
    /// <param name="lines">The lines in their order.</param>
    /// <param name="zone">The zone in which they are read.</param>
    public static bool NeedsDates(IReadOnlyList<TimelineLine> lines, TimeZoneInfo zone) =>
        lines.Count > 0 && Zones.DateIn(lines[0].At, zone) != Zones.DateIn(lines[^1].At, zone);

    private static TimelineLine Line(TimelineEntry entry) => new(entry.At, entry.Kind, entry.Text)
    {
        SignalState = entry.SignalState,
        ActorId = entry.AuthorId,
        ActorName = entry.AuthorName,
        ActorRole = entry.ActorRole,
        Entry = entry,
        IsContributed = true,
    };

    /// <summary>Where no start was given, the declaration is the first that is known.</summary>
    private static IEnumerable<TimelineLine> Start(Incident incident) =>
        incident.KnownStart is { } start ? [new TimelineLine(start, EntryKind.Fact, "Incident started")] : [];

    private static IEnumerable<TimelineLine> End(Incident incident) => incident.EndedAt is { } end
        ? [new TimelineLine(end, EntryKind.Fact, "Incident ended")]
        : [];

    /// <summary>Changes of details (service, type, who diagnosed it) are not part of what happened.</summary>
    private static IEnumerable<TimelineLine> Changes(Incident incident, Func<PersonId, DateTimeOffset, string> nameOf) => incident.History
        .Where(change =>
            change.Fact is ChangedFact.Declared or ChangedFact.Title or ChangedFact.Severity or ChangedFact.Status or ChangedFact.Role)
        .Where(change => !IsBookkeeping(incident, change))
        .Select(change => Fact(incident, change.At, ChangeSentence.For(change, person => nameOf(person, change.At)), change.By, nameOf));

    /// <summary>
    /// What was recorded once the incident was over: all of a report, and the change to resolved, whose place the end itself takes.
    /// </summary>
    private static bool IsBookkeeping(Incident incident, IncidentChange change) =>
        incident.IsReport || IsOver(incident, change.At)
        || (change.Fact == ChangedFact.Status && change.At == incident.ResolvedAt && incident.EndedAt is not null);

    /// <summary>The end is known to the minute.</summary>
    private static bool IsOver(Incident incident, DateTimeOffset at) =>
        (incident.EndedAt?.AddMinutes(1) ?? incident.ResolvedAt) is { } over && at > over;

    private static IEnumerable<TimelineLine> Updates(Incident incident, Func<PersonId, DateTimeOffset, string> nameOf) =>
        incident.StatusUpdates.Select(update => Fact(
            incident, update.At, $"update by {nameOf(update.By, update.At)}: {update.Text}", update.By, nameOf) with
        { IsContributed = true });

    /// <summary>
    /// A milestone appears at the time it happened, not at the time it was recorded. One that the bot set is left out after the end.
    /// </summary>
    private static IEnumerable<TimelineLine> Milestones(Incident incident) => incident.Milestones
        .Select(mark => new TimelineLine(mark.At, EntryKind.Fact, MilestoneLabel.For(mark.Milestone))
        {
            IsContributed = incident.History.Any(change =>
                change.Fact == ChangedFact.Milestone && change.Detail == MilestoneLabel.For(mark.Milestone)),
        })
        .Where(line => line.IsContributed || !(line.At > incident.EndedAt));

    private static TimelineLine Fact(
        Incident incident, DateTimeOffset at, string text, PersonId by, Func<PersonId, DateTimeOffset, string> nameOf) =>
        new(at, EntryKind.Fact, text)
        {
            ActorId = by,
            ActorName = nameOf(by, at),
            ActorRole = incident.RoleOf(by, at),
        };
}
