using System.Globalization;
using IncidentBot.Forms;
using IncidentBot.Jobs;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.ActionItems;

/// <summary>Says once that a due date is a day off, and when its reminder will come. The date can stay.</summary>
internal sealed class DayOffWarning(SharedForms forms, IOptions<RemindersOptions> reminders, TimeProvider time)
{
    /// <summary>The field of the due date in every form about action items.</summary>
    private const string Due = ItemFormModal.Blocks.Due;

    /// <summary>The warning under the due date; null when the day is a working day, was not changed, or was warned about.</summary>
    public async Task<ViewSubmissionResponse?> WarnAsync(ViewSubmission submission, CancellationToken cancellationToken) =>
        submission.View.State.Date(Due) is { } due && due != InitialValues.Of(submission.View).Date(Due) && SentenceOf(due) is { } sentence
            ? await forms.WarnOnceAsync(
                submission,
                new Dictionary<string, string> { [Due] = $"{sentence} Press the button again to keep the date." },
                FormattableString.Invariant($"due {due:O}"),
                cancellationToken)
            : null;

    /// <summary>"Sunday 8 March is a day off; the reminder comes on Friday 6 March."; null for a working day and for a past one.</summary>
    public string? SentenceOf(DateOnly due)
    {
        var calendar = reminders.Value.Quiet.Calendar;
        return calendar.IsWorkingDay(due) || due < DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)
            ? null
            : $"{Day(due)} is a day off; the reminder comes on {Day(calendar.OnOrBefore(due))}.";
    }

    private static string Day(DateOnly day) => day.ToString("dddd d MMMM", CultureInfo.InvariantCulture);
}
