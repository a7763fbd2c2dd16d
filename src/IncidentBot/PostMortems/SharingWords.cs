using IncidentBot.Cards;
using IncidentBot.Domain.WriteUps;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.PostMortems;

/// <summary>The two steps for sharing a write-up, in words and as buttons.</summary>
internal static class SharingWords
{
    private const int MaxPart = 600;

    /// <summary>The step as a task.</summary>
    public static string Task(SharingStep step) => step is SharingStep.Leadership
        ? "Brief leadership on what was learned and what is planned"
        : "Tell teams that may run a similar risk";

    public static Button Button(SharingStep step, string number) => new(
        PostMortemActions.Share(step), step is SharingStep.Leadership ? "Brief leadership" : "Tell related teams")
    {
        Value = number,
    };

    /// <summary>The drafted message in plain text; the sender can edit it.</summary>
    public static string Draft(PostMortemView view, SharingStep step) =>
        step is SharingStep.Leadership ? ForLeadership(view) : ForTeams(view);

    private static string ForLeadership(PostMortemView view) => Lines(
        $"What happened: {view.Summary}",
        $"What we learned: {Gap(view)}",
        view.Actions.Count == 0
            ? ""
            : $"What we will change: "
                + $"{string.Join("; ", view.Actions.Select(action => $"{action.Text} (by {ActionWords.Day(action.DueDate)})"))}");

    private static string ForTeams(PostMortemView view) => Lines(
        "You may run the same risk, so this may save you an incident.",
        $"The structural gap behind our incident: {Gap(view)}",
        view.PostMortem.WriteUp.Factors.Count == 0
            ? ""
            : "What made it possible, worse, or hard to see: "
                + string.Join("; ", view.PostMortem.WriteUp.Factors.Select(factor => factor.Text)),
        "Does this apply to you as well?");

    private static string Gap(PostMortemView view) => view.PostMortem.WriteUp.WhyChain.StructuralGap;

    private static string Lines(params string[] parts) =>
        string.Join('\n', parts.Where(part => part.Length > 0).Select(part => SlackText.Truncate(part, MaxPart)));
}
