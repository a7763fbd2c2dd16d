using IncidentBot.Cards;
using IncidentBot.Domain.Board;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Board.Panels;

/// <summary>The actions to read back, each accepted by its owner, and the dates of the follow-up reviews.</summary>
internal static class ClosePanel
{
    public static PhasePanel Of(BoardView view) => new([.. Render(view)])
    {
        ForFacilitator = view.PostMortemView.PostMortem.Reviews.FollowUps.Count > 0
            ? [new Button(BoardActions.FollowUps, "Change review dates") { Value = view.PostMortemView.Subject }]
            : [],
    };

    private static IEnumerable<Block> Render(BoardView view)
    {
        if (view.PostMortemView.Actions.Count == 0)
        {
            yield return new SectionBlock(Mrkdwn.Raw(
                "No actions yet. If nothing needs to change, say why in the write-up; otherwise press *Back* and add an action."));
        }

        foreach (var item in view.PostMortemView.Actions)
        {
            var accepted = item.AcceptedAt is not null;
            yield return new SectionBlock(Mrkdwn.Text(
                $"{(accepted ? ":white_check_mark:" : ":white_small_square:")} {Mrkdwn.User(item.Owner.Value)}: *{item.Text}*, "
                    + $"{ActionWords.Day(item.DueDate)}"))
            {
                Accessory = accepted ? null : ItemActions.Button(ItemActions.Accept, "Accept", item),
            };
        }

        if (view.PostMortemView.PostMortem.Reviews.FollowUps.Count > 0)
        {
            yield return new SectionBlock(Mrkdwn.Join(
                "\n", [Mrkdwn.Raw("*Follow-up reviews*"), .. view.PostMortemView.PostMortem.Reviews.FollowUps.Select(FollowUpWords.Day)]));
        }

        yield return new ContextBlock(Mrkdwn.Raw(PhaseGuide.Thanks));
    }
}
