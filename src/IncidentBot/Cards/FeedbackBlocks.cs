using IncidentBot.Slack.Blocks;

namespace IncidentBot.Cards;

/// <summary>Two taps about a meeting right after it.</summary>
internal static class FeedbackBlocks
{
    /// <param name="subject">The incident's number.</param>
    public static IEnumerable<Block> Of(string subject) =>
    [
        new SectionBlock(Mrkdwn.Raw("*How was the meeting?* Two taps; only totals of five or more answers are shown.")),
        new ActionsBlock(
            FollowUpActions.Button(FollowUpActions.WorthIt, subject), FollowUpActions.Button(FollowUpActions.NotWorthIt, subject)),
        new ActionsBlock(
            FollowUpActions.Button(FollowUpActions.SafeToSpeak, subject), FollowUpActions.Button(FollowUpActions.NotSafeToSpeak, subject)),
    ];
}
