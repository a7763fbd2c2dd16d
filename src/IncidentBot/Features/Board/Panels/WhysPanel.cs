using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.WriteUps;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Board.Panels;

/// <summary>The chains of whys side by side, and what keeps each from stopping too early.</summary>
internal static class WhysPanel
{
    private const int FieldLimit = 1900;

    public static IEnumerable<Block> Render(BoardView view)
    {
        var chains = view.PostMortemView.PostMortem.WhyChains;
        yield return chains.Count == 0
            ? new SectionBlock(Mrkdwn.Raw("Begin with what anybody could see fail, and ask why until you reach something that the team can change with engineering work."))
            : new SectionBlock { Fields = [.. chains.Select((chain, index) => Mrkdwn.Text($"_Chain {index + 1}_\n{WhyWords.Downwards(chain, FieldLimit)}"))] };
        foreach (var hint in Hints(chains))
        {
            yield return new ContextBlock(hint);
        }

        yield return new ActionsBlock([.. Buttons(view, chains)]);
    }

    private static IEnumerable<Mrkdwn> Hints(IReadOnlyList<WhyChain> chains)
    {
        for (var index = 0; index < chains.Count; index++)
        {
            if (chains[index].Whys.Count < WhyChain.FewWhys)
            {
                yield return Mrkdwn.Text($"Chain {index + 1} has {chains[index].Whys.Count} of usually three to seven whys. Ask once more than feels comfortable.");
            }
        }

        yield return chains.Count switch
        {
            0 => Mrkdwn.Raw("A chain that ends with what somebody did not do has one more why: why was it not easy, or automatic?"),
            1 => Mrkdwn.Raw("One chain is a tactic, not the truth. If it looks too clean, start again from another symptom and compare."),
            _ => Mrkdwn.Raw("Where do they meet, where do they differ? The first chain's gap is the one to close; *Compare and write on* lets you choose another."),
        };
    }

    private static IEnumerable<IActionsElement> Buttons(BoardView view, IReadOnlyList<WhyChain> chains)
    {
        var value = new PostMortemKey(view.PostMortemView.Number, WriteUpSections.Whys).WriteValue();
        var label = chains.Count switch { 0 => "Write the first why", 1 => "Write on", _ => "Compare and write on" };
        yield return new Button(PostMortemActions.OpenSection, label) { Value = value };
        if (chains.Count is > 0 and < PostMortem.MostWhyChains)
        {
            yield return new Button(PostMortemActions.NewItem, "Start from another symptom") { Value = value };
        }
    }
}
