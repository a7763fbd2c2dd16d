using IncidentBot.Domain.Language;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Severities;
using IncidentBot.Forms;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.PostMortems;

/// <summary>Asks why no post-mortem is needed.</summary>
internal static class WaiveModal
{
    public static QuestionForm Form { get; } = new("post_mortem_waive", "reason", "Why is there nothing structural to learn?")
    {
        Title = "Waive post-mortem",
        Hint = "Everyone who can see the incident sees the reason. Reminders stop; scheduling or holding the meeting lifts the waiver.",
        Submit = "Waive",
        MaxLength = PostMortemLimits.Reason,
    };

    /// <param name="key">The metadata of the modal.</param>
    /// <param name="load">How many required post-mortems there were lately.</param>
    /// <param name="severity">A small incident is not waived without a word.</param>
    public static Modal Render(PostMortemKey key, PostMortemLoad load, Severity severity) => Form.Render(
        key.Write(),
        new ContextBlock(Mrkdwn.Join(
            "\n",
            Mrkdwn.Escape(load.Sentence),
            severity >= Severity.Sev3 ? Mrkdwn.Escape(HarmWords.OnlyBigIncidents) : Mrkdwn.Empty)));
}
