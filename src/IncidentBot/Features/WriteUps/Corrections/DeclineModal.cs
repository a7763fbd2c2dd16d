using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.WriteUps;
using IncidentBot.Forms;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.WriteUps.Corrections;

/// <summary>Asks why a correction is declined.</summary>
internal static class DeclineModal
{
    public static QuestionForm Form { get; } = new("correction_decline", "reason", "Why is the document correct as it is?")
    {
        Title = "Decline correction",
        Hint = "Shown under the correction for everyone.",
        Submit = "Decline",
        MaxLength = PostMortemLimits.Reason,
    };

    public static Modal Render(CorrectionKey key, FactualCorrection correction) =>
        Form.Render(key.Write(), new SectionBlock(new PlainText(correction.Text)));
}
