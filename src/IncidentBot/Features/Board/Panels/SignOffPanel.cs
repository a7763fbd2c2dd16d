using IncidentBot.Cards;
using IncidentBot.Domain.Meetings;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Board.Panels;

/// <summary>Who has read the draft and signed off on its actions, for a team that did not meet.</summary>
internal static class SignOffPanel
{
    public static IEnumerable<Block> Render(BoardView view)
    {
        var asked = view.PostMortemView.PostMortem.Meeting.Invitees.Where(invitee => invitee.SignOffDue is not null).ToList();
        yield return new SectionBlock(asked.Count == 0
            ? Mrkdwn.Raw("No one else was invited or involved, so no sign-off is needed.")
            : Mrkdwn.Join("\n", asked.Select(Line)));
        yield return new ActionsBlock(
            new Button(PostMortemActions.SignOff, "Sign off") { Value = view.PostMortemView.Subject },
            new Button(CardActions.PostMortem, "Open post-mortem") { Value = view.PostMortemView.Subject });
        foreach (var block in ClosePanel.Render(view))
        {
            yield return block;
        }
    }

    private static Mrkdwn Line(Invitee invitee) => Mrkdwn.Text(
        $"{(invitee.IsSignOffPending ? ":white_small_square:" : ":white_check_mark:")} "
            + $"{Mrkdwn.User(invitee.Person.Value)}"
            + $"{(invitee.IsSignOffPending ? $", by the end of {invitee.SignOffDue:dddd}" : " signed off")}");
}
