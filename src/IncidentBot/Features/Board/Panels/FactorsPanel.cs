using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.WriteUps;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Board.Panels;

/// <summary>The contributing factors, each with its category and effect.</summary>
internal static class FactorsPanel
{
    private const int Longest = 200;
    private const int MostShown = 10;
    private const string EditFactors = "Edit factors";

    public static PhasePanel Of(BoardView view)
    {
        var value = new PostMortemKey(view.PostMortemView.Number, PostMortemPart.Factors).WriteValue();
        return new PhasePanel([.. Render(view)])
        {
            ForEveryone = [new Button(PostMortemActions.NewItem, "Add factor") { Value = value }],
            ForFacilitator = view.PostMortemView.PostMortem.WriteUp.Factors.Count > 0
                ? [new Button(PostMortemActions.OpenSection, EditFactors) { Value = value }]
                : [],
        };
    }

    private static IEnumerable<Block> Render(BoardView view)
    {
        var factors = view.PostMortemView.PostMortem.WriteUp.Factors.OrderBy(factor => factor.Position).ToList();
        yield return new SectionBlock(factors.Count == 0
            ? Mrkdwn.Raw("What contributed? A missing alert, a late release, an outdated runbook, an assumption that turned out wrong?")
            : Mrkdwn.Join("\n", factors.Take(MostShown).Select(Line)));
        if (factors.Count > MostShown)
        {
            yield return new ContextBlock(Mrkdwn.Text($"And {factors.Count - MostShown} more under *{EditFactors}*."));
        }
    }

    private static Mrkdwn Line(ContributingFactor factor) => Mrkdwn.Text(
        $"• {Mrkdwn.Escape(factor.Text, Longest)}  _{string.Join(", ", DocumentWords.About(factor, "a reasonable assumption"))}_");
}
