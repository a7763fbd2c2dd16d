using IncidentBot.Domain.Severities;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Forms;

/// <summary>What makes a post-mortem required; the same for resolving, recording and editing an incident.</summary>
internal static class TriggersField
{
    public const string Block = "triggers";

    public static InputBlock Render(PostMortemTriggers ticked = PostMortemTriggers.None) => new(
        Block,
        "Which of these are true?",
        new Checkboxes("value")
        {
            Options = [.. TriggerQuestion.All.Select(Option)],
            InitialOptions = [.. TriggerQuestion.All.Where(question => ticked.HasFlag(question.Trigger)).Select(Option)],
        })
    {
        Optional = true,
        Hint = "Ticking any of these makes a post-mortem required.",
    };

    public static PostMortemTriggers Read(ViewState state) => state.SelectedOptions(Block).Aggregate(
        PostMortemTriggers.None,
        (ticked, value) => ticked | (Enum.TryParse<PostMortemTriggers>(value, out var trigger) ? trigger : default));

    private static Option Option(TriggerQuestion question) => new(question.Text, question.Trigger.ToString());
}
