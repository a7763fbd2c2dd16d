namespace IncidentBot.Domain.Incidents;

/// <summary>Which milestones are asked for, and which times look wrong.</summary>
public static class MilestonePolicy
{
    // The form does not ask for recovery and all clear: they follow from the end of the incident and the moment of resolving.
    private static readonly Milestone[] Askable =
    [
        Milestone.Change, Milestone.FirstSymptom, Milestone.FirstAlert, Milestone.Acknowledged,
        Milestone.CauseIdentified, Milestone.Mitigated, Milestone.FixDeployed,
    ];

    // Mitigation needs no known cause, and a fix may be a rollback, so these three may come in any order.
    private static readonly Milestone[][] Ranks =
    [
        [Milestone.Change], [Milestone.FirstSymptom], [Milestone.FirstAlert], [Milestone.Acknowledged],
        [Milestone.CauseIdentified, Milestone.Mitigated, Milestone.FixDeployed], [Milestone.Recovered], [Milestone.AllClear],
    ];

    /// <summary>
    /// The milestones that are asked for after resolving, in the usual order: those that make sense. A drill has none;
    /// a third party's failure has no change or fix of ours; a near miss has nothing to mitigate.
    /// </summary>
    /// <param name="incident">The resolved incident.</param>
    public static IReadOnlyList<Milestone> AskedAfterResolve(Incident incident) => incident.IsDrill
        ? []
        : [.. Askable.Where(milestone => MakesSense(milestone, incident))];

    /// <summary>One warning for each milestone that looks out of order. A warning never stops anyone from saving.</summary>
    /// <param name="known">The known milestones, each once, with their instants.</param>
    public static IReadOnlyList<string> Warnings(IReadOnlyDictionary<Milestone, DateTimeOffset> known)
    {
        var warnings = new List<string>();
        (Milestone Milestone, DateTimeOffset At)? latest = null;
        foreach (var rank in Ranks)
        {
            var marks = rank.Where(known.ContainsKey).Select(milestone => (Milestone: milestone, At: known[milestone])).ToList();
            if (latest is { } before)
            {
                warnings.AddRange(marks.Where(mark => mark.At < before.At).Select(mark => OutOfOrder(mark, before)));
            }

            // A cause may be found long after the service is back.
            var bounds = marks.Where(mark => mark.Milestone != Milestone.CauseIdentified && !(mark.At <= latest?.At)).ToList();
            latest = bounds.Count > 0 ? bounds.MaxBy(mark => mark.At) : latest;
        }

        return warnings;
    }

    private static string OutOfOrder((Milestone Milestone, DateTimeOffset At) mark, (Milestone Milestone, DateTimeOffset At) before) =>
        $"{MilestoneLabel.For(mark.Milestone)} ({PlainText.Instant(mark.At)}) comes before "
        + $"{MilestoneLabel.For(before.Milestone)} ({PlainText.Instant(before.At)}).";

    private static bool MakesSense(Milestone milestone, Incident incident) => milestone switch
    {
        Milestone.Change or Milestone.FixDeployed => incident.Type != IncidentType.External,
        Milestone.Mitigated => incident.Kind != IncidentKind.NearMiss,
        _ => true,
    };
}
