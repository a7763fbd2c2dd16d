using IncidentBot.Domain.Severities;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Forms;

/// <summary>What makes a post-mortem required; the same for resolving and for recording a past incident.</summary>
internal static class TriggersField
{
    public const string Block = "triggers";

    public static InputBlock Render() => new(Block, "Which of these are true?", new Checkboxes("value")
    {
        Options = [.. TriggerQuestion.All.Select(question => new Option(question.Text, question.Trigger.ToString()))],
    })
    {
        Optional = true,
        Hint = "Ticking any of these makes a post-mortem required.",
    };

    public static PostMortemTriggers Read(ViewState state) => state.SelectedOptions(Block).Aggregate(
        PostMortemTriggers.None,
        (ticked, value) => ticked | (Enum.TryParse<PostMortemTriggers>(value, out var trigger) ? trigger : default));
}
