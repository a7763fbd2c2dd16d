using IncidentBot.Domain.PostMortems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Surfaces;

/// <summary>Where a post-mortem stands, in a few words, the same on every surface.</summary>
internal static class PostMortemWords
{
    public static Mrkdwn Standing(PostMortem postMortem) => postMortem switch
    {
        { State: PostMortemState.Published } => Mrkdwn.Raw(":white_check_mark: published"),
        { State: PostMortemState.Waived } => Mrkdwn.Text($"waived: {postMortem.WaivedReason ?? ""}"),
        { State: PostMortemState.Drafted } => Mrkdwn.Raw("drafted, to be published"),
        { State: PostMortemState.Held } => Mrkdwn.Raw("held, write-up to come"),
        { State: PostMortemState.Scheduled, MeetingAt: { } at } => Mrkdwn.Text($"meets {Mrkdwn.Date(at)}"),
        { DueAt: { } due } => Mrkdwn.Text($"{Need(postMortem)}, due {Mrkdwn.Date(due)}"),
        _ => Mrkdwn.Raw("not owed"),
    };

    private static string Need(PostMortem postMortem) => postMortem.Need.ToString().ToLowerInvariant();
}
