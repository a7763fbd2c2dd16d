using IncidentBot.Cards;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timelines;
using IncidentBot.PostMortems;

namespace IncidentBot.Web.WriteUpPages;

/// <summary>What a mark of the timeline stands for; each has its own shape, so that no one needs to see colours.</summary>
internal enum MarkKind
{
    Event,
    Decision,
    SignalFired,
    SignalMissed,
    SignalNoticed,
}

/// <summary>An entry on the drawn timeline.</summary>
internal sealed record ChartMark(DateTimeOffset At, MarkKind Kind, string Text)
{
    public bool IsSignal => Kind is MarkKind.SignalFired or MarkKind.SignalMissed or MarkKind.SignalNoticed;
}

/// <summary>A stretch between two milestones in which no one worked on it; the longest one is drawn.</summary>
internal sealed record QuietPeriod(DateTimeOffset Start, DateTimeOffset End, string Label);

/// <summary>What the drawn timeline shows; the same as the list below it says in words.</summary>
internal sealed record ChartModel(
    IReadOnlyList<ChartMark> Marks, IReadOnlyList<(DateTimeOffset At, string Label)> Milestones, QuietPeriod? Quiet)
{
    /// <summary>When it began and ended for people, as far as is known.</summary>
    public (DateTimeOffset? Start, DateTimeOffset? End) Incident { get; init; }

    private IEnumerable<DateTimeOffset> Moments => Marks.Select(mark => mark.At)
        .Concat(Milestones.Select(milestone => milestone.At))
        .Concat(new[] { Incident.Start, Incident.End }.OfType<DateTimeOffset>());

    /// <summary>Two moments make a timeline; one says nothing about time.</summary>
    public bool IsWorthDrawing => Moments.Distinct().Skip(1).Any();

    public ChartScale ScaleFor(ReaderTime time) => new([.. Moments], time);

    public static ChartModel Of(Incident incident, IEnumerable<WriteUpLine> lines, Gaps gaps) => new(
        [.. lines.Where(line => line.Entry is not null).Select(line => new ChartMark(line.At, KindOf(line.Entry!), line.Event))],
        [
            .. incident.Milestones.OrderBy(mark => mark.At).Select(mark => (mark.At, MilestoneLabel.For(mark.Milestone))),
        ],
        gaps.Longest is { } longest
            ? new QuietPeriod(longest.Start, longest.End, $"quiet for {IncidentDuration.Format(longest.Duration)}")
            : null)
    {
        Incident = (incident.StartedAt, incident.EndedAt),
    };

    /// <summary>One sentence for those who hear the page.</summary>
    public string Description(ReaderTime time)
    {
        var scale = ScaleFor(time);
        var signals = Marks.Count(mark => mark.IsSignal);
        var missed = Marks.Count(mark => mark.Kind == MarkKind.SignalMissed);
        var quiet = Quiet is null ? "" : $" The longest quiet period: {Quiet.Label}.";
        var counts = string.Join(
            ", ",
            IncidentWords.Count(Milestones.Count, "milestone", "milestones"),
            IncidentWords.Count(Marks.Count - signals, "event", "events"),
            IncidentWords.Count(signals, "signal", "signals"));
        return FormattableString.Invariant($"From {time.Full(scale.From)} to {time.Full(scale.To)}: {counts}, ")
            + FormattableString.Invariant($"{missed} of them missed.{quiet} The list below says the same.");
    }

    private static MarkKind KindOf(TimelineEntry entry) => entry switch
    {
        { Kind: EntryKind.Signal, SignalState: SignalState.Missed } => MarkKind.SignalMissed,
        { Kind: EntryKind.Signal, SignalState: SignalState.Noticed } => MarkKind.SignalNoticed,
        { Kind: EntryKind.Signal } => MarkKind.SignalFired,
        { Kind: EntryKind.Decision } => MarkKind.Decision,
        _ => MarkKind.Event,
    };
}
