using IncidentBot.Domain.Severities;

namespace IncidentBot.Domain.Board;

/// <summary>The agendas as data: one row each.</summary>
public static class AgendaProfiles
{
    /// <summary>The default for SEV1 and SEV2.</summary>
    public const string Standard = "standard-90";

    /// <summary>The default for SEV3 and SEV4.</summary>
    public const string Lite = "lite-30";

    /// <summary>For teams that cannot meet.</summary>
    public const string Async = "async";

    /// <summary>Every profile, the default first.</summary>
    public static IReadOnlyList<AgendaProfile> All { get; } =
    [
        new(Standard, "Standard, 90 minutes", "a full review: open actions, timeline, whys, factors, actions",
        [
            Minutes(AgendaPhaseKind.Opening, "Opening", 5),
            Minutes(AgendaPhaseKind.OpenActions, "Open actions", 10),
            Minutes(AgendaPhaseKind.Timeline, "Timeline", 20),
            Minutes(AgendaPhaseKind.Whys, "5 Whys", 25),
            Minutes(AgendaPhaseKind.Factors, "Contributing factors", 10),
            Minutes(AgendaPhaseKind.Actions, "Actions", 15),
            Minutes(AgendaPhaseKind.Close, "Close", 5),
        ]),
        new("workshop", "Workshop, up to 85 minutes", "a room with a whiteboard and time for each step",
        [
            Minutes(AgendaPhaseKind.Opening, "Opening", 5),
            Minutes(AgendaPhaseKind.Timeline, "Timeline", 25, 15),
            Minutes(AgendaPhaseKind.Whys, "Root cause", 30, 20),
            Minutes(AgendaPhaseKind.Factors, "Contributing factors", 10),
            Minutes(AgendaPhaseKind.Actions, "Actions", 15),
        ]),
        new("structured", "Structured, up to 95 minutes", "a complex incident seen through five lenses",
        [
            Minutes(AgendaPhaseKind.Opening, "Opening", 5),
            Minutes(AgendaPhaseKind.Timeline, "Timeline", 35, 25),
            Minutes(AgendaPhaseKind.SystemsAnalysis, "Systems analysis", 30, 20),
            Minutes(AgendaPhaseKind.Actions, "Learning and actions", 20, 15),
            Minutes(AgendaPhaseKind.Close, "Close", 5),
        ]),
        new("classic-60", "Classic, 60 minutes", "one hour: timeline, root cause, actions",
        [
            Minutes(AgendaPhaseKind.Opening, "Opening", 5),
            Minutes(AgendaPhaseKind.Timeline, "Timeline", 20),
            Minutes(AgendaPhaseKind.Whys, "Root cause", 15),
            Minutes(AgendaPhaseKind.Actions, "Actions", 15),
            Minutes(AgendaPhaseKind.Close, "Close", 5),
        ]),
        new("review-50", "Review, 50 minutes", "a regular review of open actions and recurring patterns",
        [
            Minutes(AgendaPhaseKind.OpenActions, "Open actions", 10),
            Minutes(AgendaPhaseKind.CurrentIncident, "Current incident", 30),
            Minutes(AgendaPhaseKind.Patterns, "Patterns", 10),
        ]),
        new(Lite, "Lite, 30 minutes", "a small incident or a near miss: one chain, one action",
        [
            Minutes(AgendaPhaseKind.Opening, "Opening", 2),
            Minutes(AgendaPhaseKind.Timeline, "Timeline", 8),
            Minutes(AgendaPhaseKind.Whys, "Whys", 10),
            Minutes(AgendaPhaseKind.Actions, "Action", 7),
            Minutes(AgendaPhaseKind.Close, "Close", 3),
        ]),
        new(Async, "In writing, about three days", "a team that cannot meet: draft, questions, sign-off",
        [
            new AgendaPhase(AgendaPhaseKind.ReadDraft, "Complete the draft", TimeSpan.FromHours(24)),
            new AgendaPhase(AgendaPhaseKind.Questions, "Questions in the thread", TimeSpan.FromHours(24)),
            new AgendaPhase(AgendaPhaseKind.Synthesis, "Bring it together", TimeSpan.FromHours(24)),
            new AgendaPhase(AgendaPhaseKind.SignOff, "Sign off", TimeSpan.FromHours(24)),
        ]),
    ];

    /// <summary>The profile with this key; null when there is none.</summary>
    /// <param name="key">As in <see cref="AgendaProfile.Key"/>, in any case.</param>
    public static AgendaProfile? Find(string? key) =>
        All.FirstOrDefault(profile => string.Equals(profile.Key, key, StringComparison.OrdinalIgnoreCase));

    /// <summary>The profile that is offered first.</summary>
    /// <param name="severity">The incident's.</param>
    public static AgendaProfile For(Severity severity) =>
        Find(severity is Severity.Sev1 or Severity.Sev2 ? Standard : Lite)!;

    /// <summary>
    /// The profile that is offered first once a meeting is booked: the severity's when it fits, else the fullest that does.
    /// </summary>
    /// <param name="severity">The incident's.</param>
    /// <param name="booked">How long the meeting is booked for; null while it is not.</param>
    public static AgendaProfile For(Severity severity, TimeSpan? booked)
    {
        var usual = For(severity);
        return booked is not { } length || usual.Length <= length
            ? usual
            : All.Where(profile => !profile.IsAsync && profile.Length <= length).MaxBy(profile => profile.Length) ?? usual;
    }

    private static AgendaPhase Minutes(AgendaPhaseKind kind, string name, int length, int? shortest = null) =>
        new(kind, name, TimeSpan.FromMinutes(length), shortest is { } minutes ? TimeSpan.FromMinutes(minutes) : null);
}
