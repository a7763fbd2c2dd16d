using IncidentBot.Domain.PostMortems;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.WriteUps;

/// <summary>Asks what was corrected, for people who read an earlier version.</summary>
internal static class CorrectionModal
{
    public const string CallbackId = "post_mortem_correction";

    internal static class Blocks
    {
        public const string Note = "note";
    }

    public static Modal Render(PostMortemKey key) => new("Publish correction")
    {
        CallbackId = CallbackId,
        PrivateMetadata = key.Write(),
        Submit = "Publish",
        Close = "Back",
        Blocks =
        [
            new InputBlock(Blocks.Note, "What was corrected?", new PlainTextInput("value")
            {
                MaxLength = PostMortemLimits.Reason,
                Placeholder = "The deploy was at 16:47, not at 15:47",
                FocusOnLoad = true,
            })
            {
                Hint = "Posted in the write-up's thread, with the new file.",
            },
        ],
    };

    public static string Read(ViewState state) => state.Text(Blocks.Note);
}
