using IncidentBot.Domain.PostMortems;
using IncidentBot.Features.PostMortems.Sections;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.PostMortems.Room.Panels;

/// <summary>The chain of whys, written downwards (R54-R61).</summary>
internal static class WhysPanel
{
    public static IEnumerable<Block> Render(BoardView view)
    {
        var chain = view.Dossier.PostMortem.WhyChain;
        yield return new SectionBlock(chain == WhyChain.Empty
            ? Mrkdwn.Raw("Begin with what anybody could see fail, and ask why until you reach something that the team can change with engineering work.")
            : Downwards(chain));
        if (chain.Whys.Count is > 0 and < WhyChain.FewWhys)
        {
            yield return new ContextBlock(Mrkdwn.Text($"{chain.Whys.Count} of usually three to seven. Ask once more than feels comfortable."));
        }

        yield return new ActionsBlock(new Button(PostMortemActions.OpenSection, chain == WhyChain.Empty ? "Write the first why" : "Write on")
        {
            Value = new PostMortemKey(view.Dossier.Number, SectionForms.Whys).WriteValue(),
        });
    }

    private static Mrkdwn Downwards(WhyChain chain) => Mrkdwn.Join(
        "\n",
        [
            Mrkdwn.Text($"*{chain.StartSymptom}*"),
            .. chain.Whys.Select(why => Mrkdwn.Text($"→ {why}")),
            chain.StructuralGap.Length > 0 ? Mrkdwn.Text($":dart: *{chain.StructuralGap}*") : Mrkdwn.Empty,
        ]);
}
