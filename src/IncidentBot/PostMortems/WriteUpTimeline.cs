using IncidentBot.Domain;
using IncidentBot.Domain.Timelines;

namespace IncidentBot.PostMortems;

/// <summary>One line of the timeline as the write-up prints it.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Event">What happened.</param>
/// <param name="Kind">"event", "missed signal", "fact".</param>
/// <param name="Actor">Who acted, as the setting shows people.</param>
/// <param name="Entry">The entry that people added; null for recorded facts.</param>
/// <param name="IsEntryOrMilestone">People added it, or it is a milestone.</param>
internal sealed record WriteUpLine(
    DateTimeOffset At, string Event, string Kind, string Actor, TimelineEntry? Entry, bool IsEntryOrMilestone)
{
    public IReadOnlyList<MessageFile> Files => Entry?.Files ?? [];
}

/// <summary>The timeline of the write-up: entries and recorded facts, with people shown as the setting says.</summary>
internal static class WriteUpTimeline
{
    public static IReadOnlyList<WriteUpLine> Of(PostMortemView view, Func<PersonId, string> nameOf) =>
    [
        .. TimelineView.Of(view.Incident, view.Entries, nameOf)
            .Select(
                line =>
                    new WriteUpLine(
                        line.At,
                        line.Text,
                        KindOf(line),
                        ActorOf(line, nameOf),
                        line.Entry,
                        line.Entry is not null || line.ActorId is null)),
    ];

    private static string KindOf(TimelineLine line) => line switch
    {
        { Kind: EntryKind.Signal, SignalState: SignalState.Missed } => "missed signal",
        _ => line.Kind.ToString().ToLowerInvariant(),
    };

    /// <summary>A bot or another app keeps its name.</summary>
    private static string ActorOf(TimelineLine line, Func<PersonId, string> nameOf) =>
        line.ActorId is { } actor ? nameOf(actor) : line.ActorName;
}
