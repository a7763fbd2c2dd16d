using System.Globalization;
using IncidentBot.Domain.Severities;
using IncidentBot.Domain.WriteUps;

namespace IncidentBot.Domain.PostMortems;

/// <summary>
/// When reminders about a post-mortem are due. A required post-mortem gets all of them; a recommended one gets a single nudge,
/// 24 hours before its deadline; an optional one gets none. Once a meeting is scheduled, "24 hours before" and "2 hours before" count
/// from its start instead of the deadline. After the meeting, reminders are about the write-up; after publishing, about sharing it and
/// about corrections without an answer. What is overdue is reminded of every Monday until it is done.
/// </summary>
public static class PostMortemReminders
{
    /// <summary>From publishing to the first reminder to share the write-up.</summary>
    public static TimeSpan SharingAfter { get; } = PostMortemClock.ShareWithin - TimeSpan.FromDays(1);

    /// <summary>The one reminder to send now.</summary>
    /// <param name="postMortem">The post-mortem.</param>
    /// <param name="now">UTC.</param>
    /// <param name="sent">The keys of the reminders sent for this post-mortem.</param>
    /// <returns>The newest one that is due, unless it was sent; missed earlier ones are skipped. Null when there is none.</returns>
    public static PostMortemReminder? Due(PostMortem postMortem, DateTimeOffset now, IReadOnlySet<string> sent) =>
        Schedule(postMortem, now).LastOrDefault(reminder => reminder.At <= now) is { } newest && !sent.Contains(newest.Key) ? newest : null;

    /// <summary>All reminders for the current state, past and future, in order.</summary>
    /// <param name="postMortem">The post-mortem.</param>
    /// <param name="until">The last Monday to count, UTC; null for no weekly reminders.</param>
    public static IReadOnlyList<PostMortemReminder> Schedule(PostMortem postMortem, DateTimeOffset? until = null)
    {
        var reminders = postMortem switch
        {
            { State: PostMortemState.Published } => AfterPublishing(postMortem, until),
            { ClockStartedAt: null } or { DueAt: null } or { WriteUp.PublishedAt: not null } => [],
            { State: PostMortemState.Waived or PostMortemState.NotRequired } => [],
            { Need: PostMortemNeed.Required, HeldOrPublishedAt: { } heldAt } => WriteUpReminders(postMortem, heldAt, until),
            { Need: PostMortemNeed.Required, ClockStartedAt: { } start, DueAt: { } due } => MeetingReminders(postMortem, start, due, until),
            { Need: PostMortemNeed.Recommended, HeldOrPublishedAt: null, DueAt: { } due } =>
                [ReminderAt(postMortem, PostMortemReminderKind.DayBefore, due, TimeSpan.FromHours(-24))],
            _ => [],
        };
        return [.. reminders.OrderBy(reminder => reminder.At).ThenBy(reminder => reminder.Kind)];
    }

    /// <summary>Whom <see cref="PostMortemAudience.Responsible"/> means.</summary>
    /// <param name="lead">The incident's lead, if it has one.</param>
    /// <param name="facilitator">The facilitator, if there is one.</param>
    /// <param name="declarer">Who declared the incident.</param>
    /// <returns>One or two people, each once.</returns>
    public static IReadOnlyList<PersonId> Responsible(PersonId? lead, PersonId? facilitator, PersonId declarer)
    {
        var people = new[] { lead, facilitator }.OfType<PersonId>().Distinct().ToList();
        return people.Count > 0 ? people : [declarer];
    }

    private static IEnumerable<PostMortemReminder> MeetingReminders(
        PostMortem postMortem, DateTimeOffset start, DateTimeOffset due, DateTimeOffset? until)
    {
        var anchor = postMortem.Meeting.Start ?? due;
        yield return ReminderAt(postMortem, PostMortemReminderKind.AtResolve, start, TimeSpan.Zero);
        yield return NotBefore(start, ReminderAt(postMortem, PostMortemReminderKind.DayBefore, anchor, TimeSpan.FromHours(-24)));
        yield return NotBefore(start, ReminderAt(postMortem, PostMortemReminderKind.TwoHoursBefore, anchor, TimeSpan.FromHours(-2)));
        yield return ReminderAt(postMortem, PostMortemReminderKind.WhenDue, due, TimeSpan.Zero);
        yield return ReminderAt(postMortem, PostMortemReminderKind.DayOverdue, due, TimeSpan.FromHours(24));
        yield return ReminderAt(
            postMortem, PostMortemReminderKind.ThreeDaysOverdue, due, TimeSpan.FromHours(72), PostMortemAudience.Announcements);
        foreach (var weekly in EveryMonday(postMortem, PostMortemReminderKind.HoldWeekly, due + TimeSpan.FromHours(72), until))
        {
            yield return weekly;
        }
    }

    /// <summary>Sharing the write-up, and answering what readers reported.</summary>
    private static IEnumerable<PostMortemReminder> AfterPublishing(PostMortem postMortem, DateTimeOffset? until)
    {
        var writeUp = postMortem.WriteUp;
        IEnumerable<PostMortemReminder> reminders = [];
        if (postMortem.Need == PostMortemNeed.Required && writeUp.PublishedAt is { } published && writeUp.OpenSharingSteps.Count > 0)
        {
            reminders = EveryMonday(postMortem, PostMortemReminderKind.ShareWeekly, published + PostMortemClock.ShareWithin, until)
                .Prepend(ReminderAt(postMortem, PostMortemReminderKind.ShareSoon, published, SharingAfter));
        }

        if (writeUp.Corrections.FirstOrDefault(correction => correction.Answer is CorrectionAnswer.Open) is { } open)
        {
            var answerBy = open.At + PostMortemClock.CorrectionsWithin;
            reminders = reminders.Concat(EveryMonday(postMortem, PostMortemReminderKind.CorrectionWeekly, answerBy, until))
                .Append(ReminderAt(
                    postMortem, PostMortemReminderKind.CorrectionWaits, open.At, PostMortemClock.CorrectionsWithin));
        }

        return reminders;
    }

    /// <summary>The start of every Monday after an instant; whoever is reminded hears of it when their working day begins.</summary>
    private static IEnumerable<PostMortemReminder> EveryMonday(
        PostMortem postMortem, PostMortemReminderKind kind, DateTimeOffset after, DateTimeOffset? until)
    {
        var midnight = new DateTimeOffset(after.UtcDateTime.Date, TimeSpan.Zero);
        var first = midnight.AddDays((DayOfWeek.Monday - midnight.DayOfWeek + 6) % 7 + 1);
        for (var monday = first; monday <= until; monday = monday.AddDays(7))
        {
            yield return ReminderAt(postMortem, kind, monday, TimeSpan.Zero);
        }
    }

    /// <summary>For a meeting soon after the resolve, the reminder is due at once; otherwise it would be in the past and skipped.</summary>
    private static PostMortemReminder NotBefore(DateTimeOffset start, PostMortemReminder reminder) =>
        reminder.At < start ? reminder with { At = start } : reminder;

    private static IEnumerable<PostMortemReminder> WriteUpReminders(
        PostMortem postMortem, DateTimeOffset heldAt, DateTimeOffset? until)
    {
        if (postMortem.WriteUp.DraftedAt is null)
        {
            yield return ReminderAt(postMortem, PostMortemReminderKind.DraftDue, heldAt, PostMortemClock.DraftWithin);
        }

        if (postMortem.WriteUp.DraftedAt is { } drafted)
        {
            yield return ReminderAt(postMortem, PostMortemReminderKind.CorrectionsOver, drafted, PostMortemClock.CorrectionsWithin);
        }

        yield return ReminderAt(
            postMortem, PostMortemReminderKind.PublishSoon, heldAt, PostMortemClock.PublishWithin - TimeSpan.FromDays(1));
        yield return ReminderAt(postMortem, PostMortemReminderKind.PublishDue, heldAt, PostMortemClock.PublishWithin);
        foreach (var weekly in EveryMonday(
            postMortem, PostMortemReminderKind.PublishWeekly, heldAt + PostMortemClock.PublishWithin, until))
        {
            yield return weekly;
        }
    }

    /// <summary>The anchor is part of the key, so only a restarted clock or a moved meeting causes new reminders.</summary>
    private static PostMortemReminder ReminderAt(
        PostMortem postMortem,
        PostMortemReminderKind kind,
        DateTimeOffset anchor,
        TimeSpan after,
        PostMortemAudience audience = PostMortemAudience.Responsible) =>
        new(string.Create(CultureInfo.InvariantCulture, $"postmortem:{postMortem.IncidentNumber}:{kind}:{anchor.ToUnixTimeSeconds()}"),
            kind, anchor + after, audience);
}
