using IncidentBot.Cards;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.WriteUps;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Board.Panels;

/// <summary>The chains of whys side by side, with hints that keep a chain from stopping too early.</summary>
internal static class WhysPanel
{
    private const int FieldLimit = 1900;

    public static PhasePanel Of(BoardView view)
    {
        var chains = view.PostMortemView.PostMortem.WriteUp.WhyChains;
        return new PhasePanel([.. Render(view, chains)]) { ForEveryone = [.. Buttons(view, chains)] };
    }

    private static IEnumerable<Block> Render(BoardView view, IReadOnlyList<WhyChain> chains)
    {
        yield return chains.Count == 0
            ? new SectionBlock(Mrkdwn.Raw(
                "Start with the first visible symptom. Keep asking why until you reach something that engineering work can change."))
            : new SectionBlock { Fields = [.. chains.Select((chain, index) => (TextObject)Field(view, chain, index))] };
        foreach (var hint in Hints(chains))
        {
            yield return new ContextBlock(hint);
        }
    }

    private static IEnumerable<Mrkdwn> Hints(IReadOnlyList<WhyChain> chains)
    {
        var few = chains.Index().Where(chain => chain.Item.Whys.Count < WhyChain.FewWhys)
            .Select(chain => FormattableString.Invariant($"chain {chain.Index + 1} has {Many(chain.Item.Whys.Count)}")).ToList();
        if (few.Count > 0)
        {
            yield return Mrkdwn.Text(
                $"Three to seven whys are usual; {string.Join(", ", few)}. Ask one more than feels comfortable.");
        }

        yield return chains.Count switch
        {
            0 => Mrkdwn.Raw("If a chain ends with what someone didn't do, ask once more: why wasn't it easy, or automatic?"),
            1 => Mrkdwn.Raw("One chain is only one view. If it looks too neat, start from another symptom and compare."),
            _ =>
                Mrkdwn.Raw(
                    "Where do the chains meet, and where do they differ? The first chain's gap is the one to close; *Compare and "
                        + "edit* lets you choose another."),
        };
    }

    private static Mrkdwn Field(BoardView view, WhyChain chain, int index) => Mrkdwn.Text(
        $"_Chain {index + 1}_\n{WhyWords.Chain(chain, FieldLimit, view.PostMortemView.Causes.GetValueOrDefault(chain.Id))}");

    private static string Many(int whys) => whys switch
    {
        0 => "none yet",
        _ => IncidentWords.Count(whys, "why", "whys"),
    };

    private static IEnumerable<Button> Buttons(BoardView view, IReadOnlyList<WhyChain> chains)
    {
        var value = new PostMortemKey(view.PostMortemView.Number, PostMortemPart.Whys).WriteValue();
        var label = chains.Count switch { 0 => "Write the first why", 1 => "Continue", _ => "Compare and edit" };
        yield return new Button(PostMortemActions.OpenSection, label) { Value = value };
        if (chains.Count is > 0 and < WriteUp.MostWhyChains)
        {
            yield return new Button(PostMortemActions.NewItem, "Start from another symptom") { Value = value };
        }
    }
}
