using IncidentBot.Cards;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Forms;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.FollowUps;

/// <summary>Asks what is still missing when an action did not work.</summary>
internal static class DidNotWorkModal
{
    public static QuestionForm Form { get; } = new(FollowUpActions.DidNotWork, "missing", "What is still missing?")
    {
        Title = "It didn't work",
        Placeholder = "The alert fires, but no one is on call for that queue",
        Hint = FollowUpWords.ReopenHint,
        Submit = "Save",
        Close = "Cancel",
        MaxLength = ActionLimits.Reason,
    };

    public static Modal Render(ActionItem item) =>
        Form.Render(FollowUpKey.Value(item), new SectionBlock(Mrkdwn.Text($"{ActionWords.Title(item)}")));
}
