using IncidentBot.Domain;
using IncidentBot.Domain.Timelines;

namespace IncidentBot.PostMortems;

/// <summary>One line of the timeline as the write-up prints it.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Event">What happened.</param>
/// <param name="Kind">"event", "missed signal", "fact".</param>
/// <param name="Actor">Who acted, named as the setting says.</param>
/// <param name="Entry">The entry that someone added; null for facts that the service recorded.</param>
/// <param name="IsCurated">Whether someone added it or it is a milestone; the rest are recorded facts.</param>
internal sealed record WriteUpLine(
    DateTimeOffset At, string Event, string Kind, string Actor, TimelineEntry? Entry, bool IsCurated)
{
    public IReadOnlyList<MessageFile> Files => Entry?.Files ?? [];
}

/// <summary>The timeline of the write-up: entries and recorded facts, with people shown as the setting says.</summary>
internal static class WriteUpTimeline
{
    public static IReadOnlyList<WriteUpLine> Of(PostMortemView view, Func<PersonId, string> nameOf) =>
        Of(view, (person, _) => nameOf(person), (text, _) => text);

    /// <param name="view">The post-mortem.</param>
    /// <param name="nameOf">How a person is named at a moment.</param>
    /// <param name="textOf">A text of that moment, with the people mentioned in it named as the setting says.</param>
    public static IReadOnlyList<WriteUpLine> Of(
        PostMortemView view, Func<PersonId, DateTimeOffset, string> nameOf, Func<string, DateTimeOffset, string> textOf) =>
        Of(view.TimelineOf(nameOf), nameOf, textOf);

    /// <param name="lines">The lines, whose facts name people as <paramref name="nameOf"/> does.</param>
    /// <param name="nameOf">How a person is named at a moment.</param>
    /// <param name="textOf">A text of that moment, with the people mentioned in it named as the setting says.</param>
    public static IReadOnlyList<WriteUpLine> Of(
        IEnumerable<TimelineLine> lines, Func<PersonId, DateTimeOffset, string> nameOf, Func<string, DateTimeOffset, string> textOf) =>
    [
        .. lines
            .Select(line => new WriteUpLine(
                line.At,
                textOf(line.Text, line.At),
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

    /// <summary>Bots and apps always keep their names.</summary>
    private static string ActorOf(TimelineLine line, Func<PersonId, DateTimeOffset, string> nameOf) =>
        line.ActorId is { } actor ? nameOf(actor, line.At) : line.ActorName;
}
