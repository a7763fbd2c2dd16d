using IncidentBot.Domain.PostMortems;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.PostMortems;

/// <summary>Asks why no post-mortem is needed.</summary>
internal static class WaiveModal
{
    public const string CallbackId = "post_mortem_waive";

    internal static class Blocks
    {
        public const string Reason = "reason";
    }

    public static Modal Render(PostMortemKey key) => new("Waive post-mortem")
    {
        CallbackId = CallbackId,
        PrivateMetadata = key.Write(),
        Submit = "Waive",
        Close = "Back",
        Blocks =
        [
            new InputBlock(Blocks.Reason, "Why is there nothing structural to learn?", new PlainTextInput("value")
            {
                Multiline = true,
                MaxLength = PostMortemLimits.Reason,
                FocusOnLoad = true,
            })
            {
                Hint = "Everyone who can see the incident sees the reason. Reminders stop; scheduling or holding the meeting "
                    + "lifts the waiver.",
            },
        ],
    };

    public static string Read(ViewState state) => state.Text(Blocks.Reason);
}
