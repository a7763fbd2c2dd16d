using IncidentBot.Domain.Meetings;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Board.Panels;

/// <summary>Who has read the draft and signed off on its actions, for a team that did not meet.</summary>
internal static class SignOffPanel
{
    public static PhasePanel Of(BoardView view)
    {
        var close = ClosePanel.Of(view);
        return close with
        {
            Blocks = [SignOffs(view), .. close.Blocks],
            ForEveryone =
            [
                new Button(PostMortemActions.SignOff, "Sign off") { Value = view.PostMortemView.Subject },
                DocumentPanel.Open(view),
            ],
        };
    }

    private static SectionBlock SignOffs(BoardView view)
    {
        var asked = view.PostMortemView.PostMortem.Meeting.Invitees.Where(invitee => invitee.SignOffDue is not null).ToList();
        return new SectionBlock(asked.Count == 0
            ? Mrkdwn.Raw("No one else was invited or involved, so no sign-off is needed.")
            : Mrkdwn.Join("\n", asked.Select(Line)));
    }

    private static Mrkdwn Line(Invitee invitee) => Mrkdwn.Text(
        $"{(invitee.IsSignOffPending ? ":white_small_square:" : ":white_check_mark:")} "
            + $"{Mrkdwn.User(invitee.Person.Value)}"
            + $"{(invitee.IsSignOffPending ? $", by the end of {invitee.SignOffDue:dddd}" : " signed off")}");
}
