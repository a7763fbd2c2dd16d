using IncidentBot.Cards;
using IncidentBot.Domain.Board;
using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Causes;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Board.Panels;

/// <summary>
/// What is read out before everyone leaves: the structural gap, the learnings, and the actions, each accepted by its owner; and the
/// dates of the follow-up reviews.
/// </summary>
internal static class ClosePanel
{
    private const int Longest = 400;

    /// <summary>An agenda that has not asked for learnings asks for them here.</summary>
    public static PhasePanel Of(BoardView view) => view.Board.Profile.IndexOf(AgendaPhaseKind.Factors) < 0 && !view.Board.Profile.IsAsync
        ? PhasePanel.Of(LearningsPanel.Of(view), ReadOut(view, []))
        : ReadOut(view, [Learnings(view)]);

    private static PhasePanel ReadOut(BoardView view, IEnumerable<Block> learnings) => new([Gap(view), .. learnings, .. Render(view)])
    {
        ForFacilitator = view.PostMortemView.PostMortem.Reviews.FollowUps.Count > 0
            ? [new Button(BoardActions.FollowUps, "Change review dates") { Value = view.PostMortemView.Subject }]
            : [],
    };

    private static SectionBlock Gap(BoardView view) => view.PostMortemView.PostMortem.WriteUp.WhyChain.StructuralGap is { Length: > 0 } gap
        ? new(Mrkdwn.Join(
            "\n", Mrkdwn.Text($"*Structural gap*\n:dart: {Mrkdwn.Escape(gap, Longest)}"), CauseWords.Of(view.PostMortemView.FirstCause)))
        : new(Mrkdwn.Raw("*Structural gap*\n_None is written down yet._"));

    private static SectionBlock Learnings(BoardView view) =>
        LearningsPanel.List("Learnings", LearningsPanel.Learnings(view), "None are written down yet.");

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
                $"{(accepted ? ":white_check_mark:" : ":white_small_square:")} {ActionWords.OwnerWithTeam(item)}: *{item.Text}*, "
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
