using System.Globalization;
using IncidentBot.Domain.Meetings;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Time;
using IncidentBot.Forms;
using IncidentBot.People;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Meetings;

/// <summary>What happened to a meeting while somebody had its form open: another time was chosen, or it is due earlier.</summary>
internal sealed class MeetingNotifications(SharedForms forms, PeopleDirectory people)
{
    /// <summary>What a form carries to notice it: the time chosen so far, and when it is due.</summary>
    public static string Of(PostMortem postMortem) => $"{Unix(postMortem.MeetingAt)},{Unix(postMortem.DueAt)}";

    /// <summary>Tells it once under the field of the time; null when there is nothing to tell.</summary>
    public async Task<ViewSubmissionResponse?> TellAsync(
        ViewSubmission submission, PostMortem postMortem, MeetingPlan plan, CancellationToken cancellationToken)
    {
        var key = PostMortemKey.Read(submission.View.PrivateMetadata);
        if (key.Seen.Split(',') is not [var meeting, var due] || await SentenceAsync(submission, postMortem, plan, (meeting, due), cancellationToken) is not { } sentence)
        {
            return null;
        }

        return await forms.TellOnceAsync(
            submission, new Dictionary<string, string> { [ScheduleModal.Blocks.Proposal] = sentence }, Of(postMortem), cancellationToken);
    }

    private async Task<string?> SentenceAsync(
        ViewSubmission submission, PostMortem postMortem, MeetingPlan plan, (string Meeting, string Due) seen, CancellationToken cancellationToken)
    {
        var zone = Zones.Find((await people.FindAsync(new(submission.User.Id), cancellationToken)).Zone);
        if (postMortem.MeetingAt is { } chosen && chosen != plan.Start && Unix(chosen) != seen.Meeting)
        {
            var name = await forms.NameAsync(postMortem.LastChangeOf(PostMortemPart.Meeting)?.By, submission, cancellationToken);
            return $"{name} chose {Wall(chosen, zone)} meanwhile. Press the button again to move it to the time that you chose.";
        }

        return postMortem.DueAt is { } due && due < plan.Start && Unix(due) != seen.Due
            ? $"It is due {Wall(due, zone)} by now, before the time that you chose. Press the button again to keep your time all the same."
            : null;
    }

    private static string Wall(DateTimeOffset at, TimeZoneInfo zone) =>
        Zones.ToWall(at, zone).ToString("ddd d MMM, HH:mm", CultureInfo.InvariantCulture);

    private static string Unix(DateTimeOffset? at) => at?.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) ?? "";
}
