using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timelines;

namespace IncidentBot.Features.PostMortems;

/// <summary>One line of the timeline as the write-up prints it.</summary>
internal sealed record WriteUpLine(DateTimeOffset At, string Event, string Kind, string Actor);

/// <summary>The timeline of the write-up: what people kept and what the service knows, in one order.</summary>
internal static class WriteUpTimeline
{
    public static IReadOnlyList<WriteUpLine> Of(Dossier dossier, Func<PersonId, string> nameOf) =>
        [.. Facts(dossier.Incident, nameOf).Concat(Milestones(dossier.Incident)).Concat(Kept(dossier, nameOf)).OrderBy(line => line.At)];

    private static IEnumerable<WriteUpLine> Facts(Incident incident, Func<PersonId, string> nameOf) => incident.History
        .Where(change => change.Fact is ChangedFact.Declared or ChangedFact.Severity or ChangedFact.Status or ChangedFact.Role)
        .Select(change => new WriteUpLine(change.At, ChangeSentence.For(change, nameOf), "fact", nameOf(change.By)));

    private static IEnumerable<WriteUpLine> Milestones(Incident incident) =>
        incident.Milestones.Select(mark => new WriteUpLine(mark.At, MilestoneLabel.For(mark.Milestone), "milestone", ""));

    private static IEnumerable<WriteUpLine> Kept(Dossier dossier, Func<PersonId, string> nameOf) => dossier.Entries
        .Order(TimelineOrder.Instance)
        .Select(entry => new WriteUpLine(entry.At, entry.Text, KindOf(entry.Kind, entry.SignalState), ActorOf(entry, nameOf)));

    private static string KindOf(EntryKind kind, SignalState? state) => (kind, state) switch
    {
        (EntryKind.Signal, SignalState.Missed) => "missed signal",
        _ => kind.ToString().ToLowerInvariant(),
    };

    /// <summary>A bot or another app is no person: it keeps its name.</summary>
    private static string ActorOf(TimelineEntry entry, Func<PersonId, string> nameOf) =>
        entry.AuthorId is { } author ? nameOf(author) : entry.AuthorName;
}
