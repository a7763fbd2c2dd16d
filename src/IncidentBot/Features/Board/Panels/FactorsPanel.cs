using IncidentBot.Cards;
using IncidentBot.Domain.WriteUps;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Board.Panels;

/// <summary>The conditions that came together, by what each did.</summary>
internal static class FactorsPanel
{
    private const int Longest = 200;
    private const int MostShown = 10;

    public static IEnumerable<Block> Render(BoardView view)
    {
        var factors = view.PostMortemView.PostMortem.Factors.OrderBy(factor => factor.Position).ToList();
        yield return new SectionBlock(factors.Count == 0
            ? Mrkdwn.Raw("A missing alert, a late release, a runbook that no longer fits, an assumption that was reasonable and wrong: what was it here?")
            : Mrkdwn.Join("\n", factors.Take(MostShown).Select(Line)));
        if (factors.Count > MostShown)
        {
            yield return new ContextBlock(Mrkdwn.Text($"And {factors.Count - MostShown} more in the list."));
        }

        yield return new ActionsBlock(
            new Button(PostMortemActions.NewItem, "Add a factor") { Value = new PostMortemKey(view.PostMortemView.Number, WriteUpSections.Factors).WriteValue() },
            new Button(PostMortemActions.OpenSection, "Open the list") { Value = new PostMortemKey(view.PostMortemView.Number, WriteUpSections.Factors).WriteValue() });
    }

    private static Mrkdwn Line(ContributingFactor factor) => Mrkdwn.Text(
        $"• {PostMortemWords.Fit(factor.Text, Longest)}  _{string.Join(", ", DocumentWords.About(factor, "a reasonable assumption"))}_");
}
