using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.WriteUps;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.WriteUps.Corrections;

/// <summary>Asks why a correction is declined.</summary>
internal static class DeclineModal
{
    public const string CallbackId = "correction_decline";

    internal static class Blocks
    {
        public const string Reason = "reason";
    }

    public static Modal Render(CorrectionKey key, FactualCorrection correction) => new("Decline correction")
    {
        CallbackId = CallbackId,
        PrivateMetadata = key.Write(),
        Submit = "Decline",
        Close = "Back",
        Blocks =
        [
            new SectionBlock(new PlainText(correction.Text)),
            new InputBlock(Blocks.Reason, "Why is the document correct as it is?", new PlainTextInput("value")
            {
                Multiline = true,
                MaxLength = PostMortemLimits.Reason,
                FocusOnLoad = true,
            })
            {
                Hint = "Shown under the correction for everyone.",
            },
        ],
    };

    public static string Read(ViewState state) => state.Text(Blocks.Reason);
}
