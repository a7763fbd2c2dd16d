using IncidentBot.Domain.PostMortems;
using IncidentBot.Features.WriteUps.Corrections;
using IncidentBot.Forms;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.WriteUps;

/// <summary>Asks what was corrected, for people who read an earlier version.</summary>
internal static class CorrectionModal
{
    public static QuestionForm Form { get; } = new("post_mortem_correction", "note", "What was corrected?")
    {
        Title = "Publish correction",
        Placeholder = ReportMistakeModal.Example,
        Hint = "Posted in the write-up's thread, with the new file.",
        Submit = "Publish",
        MaxLength = PostMortemLimits.Reason,
        Multiline = false,
    };

    public static Modal Render(PostMortemKey key) => Form.Render(key.Write());
}
