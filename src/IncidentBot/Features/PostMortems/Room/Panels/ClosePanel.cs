using IncidentBot.Domain.PostMortems.Room;
using IncidentBot.Features.PostMortems.FollowingUp;
using IncidentBot.Slack.Blocks;
using IncidentBot.Surfaces;

namespace IncidentBot.Features.PostMortems.Room.Panels;

/// <summary>Actions and owners read back; each owner says yes; the days on which it is looked at again (R69, R140).</summary>
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

        if (view.Dossier.PostMortem.FollowUps.Count > 0)
        {
            yield return new SectionBlock(Mrkdwn.Join("\n", [Mrkdwn.Raw("*We look again on*"), .. view.Dossier.PostMortem.FollowUps.Select(FollowUpWords.Day)]))
            {
                Accessory = new Button(RoomActions.FollowUps, "Other dates") { Value = view.Dossier.Subject },
            };
        }

        yield return new ContextBlock(Mrkdwn.Raw(PhaseGuide.Thanks));
    }
}
