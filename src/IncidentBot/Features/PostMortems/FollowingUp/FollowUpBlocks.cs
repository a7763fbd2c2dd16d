using IncidentBot.Domain.PostMortems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.PostMortems.FollowingUp;

/// <summary>What the hub shows of the time after the meeting: the days, what was answered, and a gap that is open again.</summary>
internal static class FollowUpBlocks
{
    private const int MostShown = 3;

    public static IEnumerable<Block> Of(Dossier dossier)
    {
        var postMortem = dossier.PostMortem;
        if (postMortem.FollowUps.Count > 0)
        {
            yield return new SectionBlock(Mrkdwn.Join(
                "\n", [Mrkdwn.Raw("*We look again on*"), .. postMortem.FollowUps.Select(look => FollowUpWords.Answered(look, dossier))]));
        }

        if (postMortem.OpenCauses.Count > 0)
        {
            yield return Open(postMortem.OpenCauses);
        }
    }

    private static SectionBlock Open(IReadOnlyList<OpenCause> causes) => new(Mrkdwn.Join(
        "\n", [Mrkdwn.Raw(":warning: *The gap behind it is open again*"), .. causes.Take(MostShown).Select(FollowUpWords.Of)]));
}
