using IncidentBot.Domain;
using IncidentBot.Domain.Timelines;

namespace IncidentBot.Features.PostMortems;

/// <summary>One line of the timeline as the write-up prints it.</summary>
internal sealed record WriteUpLine(DateTimeOffset At, string Event, string Kind, string Actor, IReadOnlyList<MessageFile> Files);

/// <summary>The timeline of the write-up: what people kept and what the service knows, people shown as the setting says.</summary>
internal static class WriteUpTimeline
{
    public static IReadOnlyList<WriteUpLine> Of(Dossier dossier, Func<PersonId, string> nameOf) =>
    [
        .. TimelineView.Of(dossier.Incident, dossier.Entries, nameOf)
            .Select(line => new WriteUpLine(line.At, line.Text, KindOf(line), ActorOf(line, nameOf), line.Entry?.Files ?? [])),
    ];

    private static string KindOf(TimelineLine line) => line switch
    {
        { Kind: EntryKind.Signal, SignalState: SignalState.Missed } => "missed signal",
        _ => line.Kind.ToString().ToLowerInvariant(),
    };

    /// <summary>A bot or another app is no person: it keeps its name.</summary>
    private static string ActorOf(TimelineLine line, Func<PersonId, string> nameOf) =>
        line.ActorId is { } actor ? nameOf(actor) : line.ActorName;
}
