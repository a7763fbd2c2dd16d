using IncidentBot.Domain.FollowUps;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.PostMortems.Overview;

/// <summary>What the hub shows of the time after the meeting: the days, what was answered, and a gap that is open again.</summary>
internal static class FollowUpBlocks
{
    private const int MostShown = 3;

    public static IEnumerable<Block> Of(PostMortemView view)
    {
        var postMortem = view.PostMortem;
        if (postMortem.FollowUps.Count > 0)
        {
            yield return new SectionBlock(Mrkdwn.Join(
                "\n", [Mrkdwn.Raw("*We look again on*"), .. postMortem.FollowUps.Select(look => FollowUpWords.Answered(look, view))]));
        }

        if (postMortem.OpenCauses.Count > 0)
        {
            yield return Open(postMortem.OpenCauses);
        }
    }

    private static SectionBlock Open(IReadOnlyList<OpenCause> causes) => new(Mrkdwn.Join(
        "\n", [Mrkdwn.Raw(":warning: *The gap behind it is open again*"), .. causes.Take(MostShown).Select(FollowUpWords.Of)]));
}
