using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Timelines;

/// <summary>
/// The gaps of an incident, from each milestone to the next. They are computed whenever they are shown, never stored, and the
/// milestones are sorted by time, so that no gap is negative.
/// </summary>
public sealed class Gaps
{
    private readonly IReadOnlyDictionary<Milestone, DateTimeOffset> _moments;

    private Gaps(IReadOnlyDictionary<Milestone, DateTimeOffset> moments, IReadOnlyList<Gap> all)
    {
        _moments = moments;
        All = all;
    }

    /// <summary>The gaps, oldest first; each begins where the one before ends; empty with fewer than two known moments.</summary>
    public IReadOnlyList<Gap> All { get; }

    /// <summary>The first thing to discuss: the longest gap that no one marked as worked on; null when there is none.</summary>
    public Gap? Longest => All.Where(gap => !gap.Worked).MaxBy(gap => gap.Duration);

    /// <summary>From the first to the last known moment; zero with fewer than two.</summary>
    public TimeSpan Whole => All.Count == 0 ? TimeSpan.Zero : All[^1].End - All[0].Start;

    /// <summary>What of symptom, detection and recovery is not known, in this order: "symptom, detection"; empty when all are.</summary>
    public string Unknown => string.Join(", ", new[] { Milestone.FirstSymptom, Milestone.FirstAlert, Milestone.Recovered }
        .Where(milestone => !_moments.ContainsKey(milestone)).Select(Gap.Name));

    /// <summary>When a milestone was reached, as far as the milestones and the signals on the timeline tell; null when unknown.</summary>
    /// <param name="milestone">One of the nine.</param>
    public DateTimeOffset? At(Milestone milestone) => _moments.TryGetValue(milestone, out var at) ? at : null;

    /// <summary>The time between any two moments, for figures such as change to fix; null unless both are known.</summary>
    /// <param name="from">The earlier one; the result is negative when it is not.</param>
    /// <param name="to">The later one.</param>
    public TimeSpan? Between(Milestone from, Milestone to) =>
        _moments.TryGetValue(from, out var start) && _moments.TryGetValue(to, out var end) ? end - start : null;

    /// <summary>Computes the gaps of an incident.</summary>
    /// <param name="incident">Its milestones, its start if someone gave it, and the gaps that someone marked.</param>
    /// <param name="entries">Its timeline in any order; removed entries do not count.</param>
    public static Gaps Of(Incident incident, IEnumerable<TimelineEntry> entries) =>
        Of(incident.Milestones, entries, incident.WorkedGaps, incident.KnownStart);

    /// <summary>
    /// Computes the gaps. Where the first alert is unknown, the earliest signal that fired or was noticed counts as detection. Where
    /// the first symptom is unknown, the start of the incident or an earlier signal counts as the symptom, even a missed one, because
    /// someone could have seen it; but never the moment that counts as detection already. The all-clear is a formality, so it ends no
    /// gap, and two milestones at the same moment have none between them.
    /// </summary>
    /// <param name="milestones">The known milestones, each once.</param>
    /// <param name="entries">The timeline in any order; removed entries do not count.</param>
    /// <param name="worked">The gaps that someone marked; empty when none.</param>
    /// <param name="start">When the incident began; null when no one said.</param>
    public static Gaps Of(
        IEnumerable<MilestoneMark> milestones,
        IEnumerable<TimelineEntry> entries,
        IReadOnlyCollection<WorkedGap> worked,
        DateTimeOffset? start = null)
    {
        var kept = entries.Where(entry => !entry.IsRemoved).ToList();
        var moments = milestones
            .Where(mark => mark.Milestone != Milestone.AllClear)
            .ToDictionary(mark => mark.Milestone, mark => mark.At);
        var symptomIsKnown = moments.ContainsKey(Milestone.FirstSymptom);
        FillFrom(kept, start, moments);
        bool IsStart(KeyValuePair<Milestone, DateTimeOffset> moment) =>
            moment.Key == Milestone.FirstSymptom && !symptomIsKnown && moment.Value == start;

        var ordered = moments.OrderBy(moment => moment.Value).ThenBy(moment => moment.Key).ToList();
        var gaps = ordered.Zip(ordered.Skip(1), (from, to) => new Gap(
            from.Key,
            to.Key,
            from.Value,
            to.Value,
            kept.Count(entry => entry.At > from.Value && entry.At < to.Value),
            worked.Any(mark => mark.From == from.Key && mark.To == to.Key))
        {
            FromStart = IsStart(from),
            ToStart = IsStart(to),
        });
        return new Gaps(moments, [.. gaps.Where(gap => gap.Duration > TimeSpan.Zero)]);
    }

    private static void FillFrom(List<TimelineEntry> entries, DateTimeOffset? start, Dictionary<Milestone, DateTimeOffset> moments)
    {
        var change = moments.GetValueOrDefault(Milestone.Change, DateTimeOffset.MinValue);
        var signals = entries.Where(entry => entry.Kind == EntryKind.Signal && entry.At >= change).ToList();
        Fill(Milestone.FirstAlert, signals.Where(signal => signal.SignalState != SignalState.Missed).Select(signal => signal.At));

        var detection = moments.GetValueOrDefault(Milestone.FirstAlert, DateTimeOffset.MaxValue);
        Fill(
            Milestone.FirstSymptom,
            signals.Select(signal => (DateTimeOffset?)signal.At).Append(start).OfType<DateTimeOffset>()
                .Where(at => at >= change && at < detection));

        void Fill(Milestone milestone, IEnumerable<DateTimeOffset> candidates)
        {
            if (candidates.Order().Cast<DateTimeOffset?>().FirstOrDefault() is { } first)
            {
                moments.TryAdd(milestone, first);
            }
        }
    }
}
