using IncidentBot.Domain.FollowUps;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.PostMortems;

/// <summary>What was noted at the progress review, in words.</summary>
internal static class ReviewNoteWords
{
    /// <summary>Its lines: what was learned, and what to improve in our own process.</summary>
    public static IEnumerable<Mrkdwn> Of(ReviewNote note, int maxLength)
    {
        if (note.Insight is { } insight)
        {
            yield return Mrkdwn.Text($"Learned since: {Mrkdwn.Escape(insight, maxLength)}");
        }

        if (note.Process is { } process)
        {
            yield return Mrkdwn.Text($"Our process: {Mrkdwn.Escape(process, maxLength)}");
        }
    }
}
