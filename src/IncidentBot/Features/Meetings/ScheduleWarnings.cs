using System.Globalization;
using IncidentBot.Domain.Meetings;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Time;
using IncidentBot.Forms;
using IncidentBot.Jobs;
using IncidentBot.People;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.Meetings;

/// <summary>
/// Warns someone who had the form open while someone else chose another time or the deadline moved forward, and someone who picks a time
/// by hand at which few people can think. Each warning is shown once.
/// </summary>
internal sealed class ScheduleWarnings(
    SharedForms forms, PeopleDirectory people, IOptions<RemindersOptions> reminders, TimeProvider time)
{
    /// <summary>The time and deadline that the form showed, kept in it to notice changes.</summary>
    public static string SeenState(PostMortem postMortem) => $"{Unix(postMortem.Meeting.Start)},{Unix(postMortem.DueAt)}";

    /// <summary>The warning under the field for the time, shown once; null when there is none.</summary>
    public async Task<ViewSubmissionResponse?> WarnAsync(
        ViewSubmission submission, PostMortem postMortem, MeetingDetails plan, CancellationToken cancellationToken) =>
        await WarnOfChangesAsync(submission, postMortem, plan, cancellationToken)
            ?? await WarnOfTimeAsync(submission, postMortem, plan.Start, cancellationToken);

    private async Task<ViewSubmissionResponse?> WarnOfTimeAsync(
        ViewSubmission submission, PostMortem postMortem, DateTimeOffset start, CancellationToken cancellationToken)
    {
        if (!ScheduleModal.IsPickedByHand(submission.View) || postMortem.Meeting.Start == start || start <= time.GetUtcNow())
        {
            return null;
        }

        var person = await people.FindAsync(postMortem.Facilitator ?? new(submission.User.Id), cancellationToken);
        return SlotProposals.Objection(start, Zones.Find(person.Zone), reminders.Value.Quiet.Calendar) is { } objection
            ? await forms.WarnOnceAsync(
                submission,
                new Dictionary<string, string>
                {
                    [ScheduleModal.Blocks.Start] = $"This time is {objection}. Press the button again to keep it.",
                },
                $"picked {Unix(start)}",
                cancellationToken)
            : null;
    }

    private async Task<ViewSubmissionResponse?> WarnOfChangesAsync(
        ViewSubmission submission, PostMortem postMortem, MeetingDetails plan, CancellationToken cancellationToken)
    {
        var key = PostMortemKey.Read(submission.View.PrivateMetadata);
        if (key.Seen.Split(',') is not [var meeting, var due]
            || await SentenceAsync(submission, postMortem, plan, (meeting, due), cancellationToken) is not { } sentence)
        {
            return null;
        }

        return await forms.WarnOnceAsync(
            submission,
            new Dictionary<string, string> { [ScheduleModal.Blocks.Proposal] = sentence },
            SeenState(postMortem),
            cancellationToken);
    }

    private async Task<string?> SentenceAsync(
        ViewSubmission submission,
        PostMortem postMortem,
        MeetingDetails plan,
        (string Meeting, string Due) seen,
        CancellationToken cancellationToken)
    {
        var zone = Zones.Find((await people.FindAsync(new(submission.User.Id), cancellationToken)).Zone);
        if (postMortem.Meeting.Start is { } chosen && chosen != plan.Start && Unix(chosen) != seen.Meeting)
        {
            var name = await forms.NameAsync(postMortem.LastChangeOf(PostMortemPart.Meeting)?.By, submission, cancellationToken);
            return $"{name} has chosen {Format(chosen, zone)} in the meantime. Press the button again to use your time instead.";
        }

        return postMortem.DueAt is { } due && due < plan.Start && Unix(due) != seen.Due
            ? $"The post-mortem is now due {Format(due, zone)}, before the time you chose. Press the button again to keep your time."
            : null;
    }

    private static string Format(DateTimeOffset at, TimeZoneInfo zone) =>
        Zones.ToWall(at, zone).ToString("ddd d MMM, HH:mm", CultureInfo.InvariantCulture);

    private static string Unix(DateTimeOffset? at) => at?.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) ?? "";
}
