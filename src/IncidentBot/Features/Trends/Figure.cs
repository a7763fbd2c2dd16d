namespace IncidentBot.Features.Trends;

/// <summary>A figure with a list behind it. The names are in buttons and never change.</summary>
internal enum Figure
{
    Repeats,
    Read,
    ActionsDone,
    ActionsVerified,
    Reopened,
    Coverage,
    OnTime,
    Publishing,
    DoneInTime,
    OpenActions,
    Detecting,
    Acknowledging,
    Mitigating,
    Resolving,
    Facilitators,
    SignOffs,
}

/// <summary>What a figure is called and how it is computed.</summary>
internal sealed record FigureText(Figure Figure, string Label, string Computed)
{
    public static FigureText Of(Figure figure) => All.First(text => text.Figure == figure);

    private static readonly IReadOnlyList<FigureText> All =
    [
        new(
            Figure.Repeats,
            "Repeat incidents",
            "Of the incidents that started in the period and have a cause class: those whose class an earlier incident of any service had "
                + "within the look-back. An incident counts once."),
        new(Figure.Read, "Write-ups read", "Of the write-ups published in the period: those that someone marked as read."),
        new(Figure.ActionsDone, "Actions done", "Of the actions decided in the period: those that are done now."),
        new(
            Figure.ActionsVerified,
            "Actions verified",
            "Of the actions decided in the period that are done: those whose owner said that they worked."),
        new(
            Figure.Reopened,
            "Causes reopened",
            "Structural gaps opened again in the period, because an action didn't work or the incident came back."),
        new(
            Figure.Coverage,
            "Required post-mortems held",
            "Of the required post-mortems due in the period: those that were held or published. Waived ones are left out."),
        new(Figure.OnTime, "Held on time", "Of the same post-mortems, by severity: those held or published by their deadline."),
        new(Figure.Publishing, "Time to publish", "From resolving the incident to publishing, for the write-ups published in the period."),
        new(
            Figure.DoneInTime,
            "Actions done in 90 days",
            "Of the actions whose 90th day was in the period: those done by then. Dropped and open ones count as not done. The field "
                + "reaches 30 %."),
        new(Figure.OpenActions, "Open actions", "All actions that are open now, by the time since they were decided."),
        new(Figure.Detecting, "Time to detect", From("first alert")),
        new(Figure.Acknowledging, "Time to acknowledge", From("acknowledgement")),
        new(Figure.Mitigating, "Time to mitigate", From("mitigation")),
        new(Figure.Resolving, "Time to recover", From("recovery, or the all-clear")),
        new(Figure.Facilitators, "Facilitators", "Meetings held in the period, by facilitator."),
        new(Figure.SignOffs, "Signed off", "Of the people asked to sign off by a day of the period: those who did."),
    ];

    private static string From(string end) =>
        $"From the first symptom, or the start that someone entered, to the {end}. Only from milestones that people entered, for incidents "
            + "that started in the period.";
}
