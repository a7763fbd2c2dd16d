using IncidentBot.Cards;
using IncidentBot.Domain.Board;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Board.Panels;

/// <summary>Actions and owners read back; each owner says yes; the days on which it is looked at again.</summary>
internal static class ClosePanel
{
    public static IEnumerable<Block> Render(BoardView view)
    {
        if (view.PostMortemView.Actions.Count == 0)
        {
            yield return new SectionBlock(Mrkdwn.Raw("There is no action. If nothing is to change, the document says why; else go back one step."));
        }

        foreach (var item in view.PostMortemView.Actions)
        {
            var yes = item.AcceptedAt is not null;
            yield return new SectionBlock(Mrkdwn.Text(
                $"{(yes ? ":white_check_mark:" : ":white_small_square:")} {Mrkdwn.User(item.Owner.Value)}: *{item.Text}*, {ActionWords.Day(item.DueDate)}"))
            {
                Accessory = yes ? null : ItemActions.Button(ItemActions.Accept, "Yes, mine", item),
            };
        }

        if (view.PostMortemView.PostMortem.FollowUps.Count > 0)
        {
            yield return new SectionBlock(Mrkdwn.Join("\n", [Mrkdwn.Raw("*We look again on*"), .. view.PostMortemView.PostMortem.FollowUps.Select(FollowUpWords.Day)]))
            {
                Accessory = new Button(BoardActions.FollowUps, "Other dates") { Value = view.PostMortemView.Subject },
            };
        }

        yield return new ContextBlock(Mrkdwn.Raw(PhaseGuide.Thanks));
    }
}
