using IncidentBot.Domain.PostMortems;
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

    public static Modal Render(PostMortemKey key) => Form.Render(key.Write());
}
