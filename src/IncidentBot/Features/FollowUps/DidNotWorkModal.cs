using IncidentBot.Cards;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.FollowUps;

/// <summary>The form that asks what is still missing when an action did not work.</summary>
internal static class DidNotWorkModal
{
    internal static class Blocks
    {
        public const string Missing = "missing";
    }

    public static Modal Render(ActionItem item) => new("It didn't work")
    {
        CallbackId = FollowUpActions.DidNotWork,
        PrivateMetadata = FollowUpKey.Value(item),
        Submit = "Save",
        Close = "Cancel",
        Blocks =
        [
            new SectionBlock(Mrkdwn.Text($"{ActionWords.Title(item)}")),
            new InputBlock(Blocks.Missing, "What is still missing?", new PlainTextInput("value")
            {
                Multiline = true,
                MaxLength = ActionLimits.Reason,
                Placeholder = "The alert fires, but no one is on call for that queue",
                FocusOnLoad = true,
            })
            {
                Hint = "One sentence without names, shown under the write-up. Saving reopens the structural gap.",
            },
        ],
    };

    public static string Read(ViewState state) => state.Text(Blocks.Missing);
}
