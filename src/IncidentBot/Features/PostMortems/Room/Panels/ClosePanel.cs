using IncidentBot.Domain.PostMortems.Room;
using IncidentBot.Slack.Blocks;
using IncidentBot.Surfaces;

namespace IncidentBot.Features.PostMortems.Room.Panels;

/// <summary>Actions and owners read back; each owner says yes (R69).</summary>
internal static class ClosePanel
{
    public static IEnumerable<Block> Render(BoardView view)
    {
        if (view.Dossier.Actions.Count == 0)
        {
            yield return new SectionBlock(Mrkdwn.Raw("There is no action. If nothing is to change, the document says why; else go back one step."));
        }

        foreach (var item in view.Dossier.Actions)
        {
            var yes = item.AcceptedAt is not null;
            yield return new SectionBlock(Mrkdwn.Text(
                $"{(yes ? ":white_check_mark:" : ":white_small_square:")} {Mrkdwn.User(item.Owner.Value)}: *{item.Text}*, {ActionWords.Day(item.DueDate)}"))
            {
                Accessory = yes ? null : ItemActions.Button(ItemActions.Accept, "Yes, mine", item),
            };
        }

        yield return new ContextBlock(Mrkdwn.Raw(PhaseGuide.Thanks));
    }
}
