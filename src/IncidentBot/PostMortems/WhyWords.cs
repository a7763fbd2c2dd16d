using IncidentBot.Cards;
using IncidentBot.Domain.WriteUps;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.PostMortems;

/// <summary>A chain of whys as people read it in Slack, one step per line.</summary>
internal static class WhyWords
{
    /// <param name="chain">The chain; what is not written yet is left out.</param>
    /// <param name="limit">How many characters there is room for; the steps share it.</param>
    public static Mrkdwn Downwards(WhyChain chain, int limit)
    {
        var each = limit / (chain.Whys.Count + 3);
        return Mrkdwn.Join(
            "\n",
            [
                Mrkdwn.Text($"*{PostMortemWords.Fit(chain.StartSymptom.Length > 0 ? chain.StartSymptom : "No symptom yet", each)}*"),
                .. chain.Whys.Select(why => Mrkdwn.Text($"→ {PostMortemWords.Fit(why, each)}")),
                chain.StructuralGap.Length > 0 ? Mrkdwn.Text($":dart: *{PostMortemWords.Fit(chain.StructuralGap, each)}*") : Mrkdwn.Empty,
                Ticks(chain),
            ]);
    }

    private static Mrkdwn Ticks(WhyChain chain) => chain switch
    {
        { StructuralGap.Length: 0 } => Mrkdwn.Empty,
        _ => Mrkdwn.Text(
            $"_{Tick("true no matter who shipped it", chain.TrueForAnyAuthor)} · "
                + $"{Tick("fixable by engineering", chain.FixableByEngineering)}_"),
    };

    private static Mrkdwn Tick(string check, bool isTicked) => Mrkdwn.Raw(isTicked ? $":white_check_mark: {check}" : $"{check}?");
}
