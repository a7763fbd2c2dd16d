using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Board;
using IncidentBot.Domain.Incidents;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Board;

/// <summary>The board after the meeting: how long it took, and what comes next.</summary>
internal static class FinishedBoard
{
    public static MessageContent Render(BoardView view)
    {
        var (board, ended) = (view.Board, view.Board.FinishedAt ?? view.Now);
        var heading = Mrkdwn.Text($"The post-mortem of incident {view.PostMortemView.Number} was held");
        return new MessageContent(
            heading,
            [
                new HeaderBlock($"Post-mortem of incident {view.PostMortemView.Number}: held"),
                new SectionBlock(Mrkdwn.Text(
                    $"{Mrkdwn.Date(board.StartedAt)} to {Mrkdwn.Date(ended, "{time}")}, "
                        + $"*{IncidentDuration.Format(ended - board.StartedAt)}* · {board.Present.Count} took part")),
                new SectionBlock(BoardWords.Minutes(board, ended)),
                new SectionBlock(Mrkdwn.Text($"{PhaseGuide.Thanks}\n*Next:* share the draft within a day.")),
                new ActionsBlock([.. Buttons(view)]),
                .. FeedbackBlocks.Of(view.PostMortemView.Subject),
            ]);
    }

    private static IEnumerable<Button> Buttons(BoardView view)
    {
        var subject = view.PostMortemView.Subject;
        yield return new Button(CardActions.PostMortem, CardActions.PostMortemLabel) { Value = subject, Style = ButtonStyle.Primary };
        if (view.Parked > 0)
        {
            yield return new Button(BoardActions.ParkingLot, "Answer parked questions") { Value = subject };
        }

        yield return new Button(BoardActions.Resume, "Resume meeting") { Value = subject };
    }
}
