using IncidentBot.Cards;
using IncidentBot.Commands;
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

    /// <param name="item">The action item.</param>
    /// <param name="below">Where "Didn't work" was pressed, if that was in a list or in an overview.</param>
    public static Modal Render(ActionItem item, OpenedList? below) =>
        Form.Render(
            ButtonValue.WriteForm(FollowUpKey.Value(item), below?.ViewId, below?.Subject, below?.OverviewId),
            new SectionBlock(Mrkdwn.Text($"{ActionWords.Title(item)}")));

    public static (FollowUpKey Key, OpenedList Below) Read(string metadata)
    {
        var parts = ButtonValue.Read(metadata, ButtonValue.InForms);
        var below = new OpenedList(parts.Text(1), parts.Text(2), parts.Text(3));
        return (FollowUpKey.Read(FollowUpActions.DidNotWork, parts.Text()), below);
    }
}
