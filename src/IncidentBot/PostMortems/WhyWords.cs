using IncidentBot.Domain.Causes;
using IncidentBot.Domain.WriteUps;
using IncidentBot.PostMortems.Causes;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.PostMortems;

/// <summary>A chain of whys as Slack text, one step per line.</summary>
internal static class WhyWords
{
    /// <param name="chain">The chain; empty steps are left out.</param>
    /// <param name="limit">The most characters in total; each step gets an equal share.</param>
    /// <param name="cause">The class of its gap; null if the gap has none.</param>
    public static Mrkdwn Chain(WhyChain chain, int limit, CauseClass? cause)
    {
        var each = limit / (chain.Whys.Count + 3);
        return Mrkdwn.Join(
            "\n",
            [
                Mrkdwn.Text($"*{Mrkdwn.Escape(chain.StartSymptom.Length > 0 ? chain.StartSymptom : "No symptom yet", each)}*"),
                .. chain.Whys.Select(why => Mrkdwn.Text($"→ {Mrkdwn.Escape(why, each)}")),
                chain.StructuralGap.Length > 0 ? Mrkdwn.Text($":dart: *{Mrkdwn.Escape(chain.StructuralGap, each)}*") : Mrkdwn.Empty,
                CauseWords.Of(cause),
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
