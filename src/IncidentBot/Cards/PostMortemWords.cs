using IncidentBot.Domain.PostMortems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Cards;

/// <summary>The status of a post-mortem in a few words, the same everywhere.</summary>
internal static class PostMortemWords
{
    /// <summary>While the incident is open again.</summary>
    public const string OnHold = "on hold until the incident is resolved";

    /// <summary>The same, marked with its age when it is overdue.</summary>
    public static Mrkdwn Status(PostMortem postMortem, DateTimeOffset now) => PostMortemClock.OverdueSince(postMortem, now) is { } since
        ? Mrkdwn.Text($"{Waiting(postMortem)}, {OverdueWords.Of(since, now)}")
        : Status(postMortem);

    private static Mrkdwn Waiting(PostMortem postMortem) => postMortem.State switch
    {
        PostMortemState.Scheduled or PostMortemState.Due => Mrkdwn.Text($"{Need(postMortem).ToLowerInvariant()}, not held"),
        _ => Status(postMortem),
    };

    /// <summary>Without the number of a covering incident: it can be private, and this is shown to everyone.</summary>
    public static Mrkdwn Status(PostMortem postMortem) => postMortem switch
    {
        { CoveredBy: not null, State: PostMortemState.Published } => Mrkdwn.Raw(
            ":white_check_mark: published with the post-mortem that covers it"),
        { CoveredBy: not null } => Mrkdwn.Raw("covered by another post-mortem"),
        { State: PostMortemState.Published } => Mrkdwn.Raw(":white_check_mark: published"),
        { State: PostMortemState.Waived } => Mrkdwn.Text($"waived: {postMortem.WaivedReason ?? ""}"),
        { State: PostMortemState.Drafted } => Mrkdwn.Raw("drafted, not published"),
        { State: PostMortemState.Held } => Mrkdwn.Raw("meeting held, write-up not published"),
        { State: PostMortemState.Scheduled, Meeting.Start: { } at } => Mrkdwn.Text($"meeting {Mrkdwn.Date(at)}"),
        { DueAt: { } due } => Mrkdwn.Text($"{Need(postMortem).ToLowerInvariant()}, due {Mrkdwn.Date(due)}"),
        { State: PostMortemState.NotRequired } => Mrkdwn.Raw("not required"),
        _ => Mrkdwn.Raw(OnHold),
    };

    /// <summary>No meeting is expected any more: it was waived, or its incident was cancelled.</summary>
    public static bool IsClosed(PostMortem postMortem) =>
        postMortem.CoveredBy is not null || postMortem.State is PostMortemState.Waived or PostMortemState.NotRequired;

    /// <summary>"Required", "Recommended", "Optional".</summary>
    public static string Need(PostMortem postMortem) => postMortem.Need.ToString();
}
