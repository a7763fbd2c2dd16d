using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Time;

namespace IncidentBot.Domain.Timelines;

/// <summary>
/// The timeline as people read it: the entries they added and the facts that the bot recorded, in one order. Facts
/// are always there; removed entries are not.
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
        return [.. Changes(incident, nameOf).Concat(Updates(incident, nameOf)).Concat(Milestones(incident)).Concat(shown)
            .OrderBy(line => line.At)];
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
    };

    /// <summary>
    /// Changes of details (service, type, who diagnosed it) are not part of what happened, and neither are changes after the
    /// incident was resolved: the timeline ends with the incident.
    /// </summary>
    private static IEnumerable<TimelineLine> Changes(Incident incident, Func<PersonId, DateTimeOffset, string> nameOf) => incident.History
        .Where(change =>
            change.Fact is ChangedFact.Declared or ChangedFact.Title or ChangedFact.Severity or ChangedFact.Status or ChangedFact.Role)
        .Where(change => incident.ResolvedAt is not { } over || change.At <= over)
        .Select(change => Fact(incident, change.At, ChangeSentence.For(change, person => nameOf(person, change.At)), change.By, nameOf));

    private static IEnumerable<TimelineLine> Updates(Incident incident, Func<PersonId, DateTimeOffset, string> nameOf) =>
        incident.StatusUpdates.Select(update => Fact(
            incident, update.At, $"update by {nameOf(update.By, update.At)}: {update.Text}", update.By, nameOf));

    /// <summary>A milestone appears at the time it happened, not at the time it was recorded.</summary>
    private static IEnumerable<TimelineLine> Milestones(Incident incident) => incident.Milestones
        .Select(mark => new TimelineLine(mark.At, EntryKind.Fact, MilestoneLabel.For(mark.Milestone)));

    private static TimelineLine Fact(
        Incident incident, DateTimeOffset at, string text, PersonId by, Func<PersonId, DateTimeOffset, string> nameOf) =>
        new(at, EntryKind.Fact, text)
        {
            ActorId = by,
            ActorName = nameOf(by, at),
            ActorRole = incident.RoleOf(by, at),
        };
}
