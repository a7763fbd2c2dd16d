using System.Globalization;
using IncidentBot.Domain.Severities;

namespace IncidentBot.Domain.PostMortems;

/// <summary>
/// When reminders of a post-mortem are due. A required one gets all of them, a recommended one is nudged
/// once, 24 hours before its deadline, an optional one never. A scheduled meeting takes the place of the deadline in "24 hours
/// before" and "2 hours before"; the deadline itself and later reminders stay. Once it was held, reminders are about the write-up, and once
/// that is published, about sharing it.
/// </summary>
public static class PostMortemReminders
{
    /// <summary>The one reminder to send now.</summary>
    /// <param name="postMortem">The post-mortem; one that is held, waived or stopped has no reminders.</param>
    /// <param name="now">UTC.</param>
    /// <param name="sent">The keys of the reminders sent for this post-mortem.</param>
    /// <returns>The newest one that is due, unless it was sent; missed earlier ones are skipped. Null when there is none.</returns>
    public static PostMortemReminder? Due(PostMortem postMortem, DateTimeOffset now, IReadOnlySet<string> sent) =>
        Schedule(postMortem).LastOrDefault(reminder => reminder.At <= now) is { } newest && !sent.Contains(newest.Key) ? newest : null;

    /// <summary>All reminders that follow from the current state, past and future, in order.</summary>
    /// <param name="postMortem">As it stands.</param>
    public static IReadOnlyList<PostMortemReminder> Schedule(PostMortem postMortem)
    {
        if (postMortem is { State: PostMortemState.Published, Need: PostMortemNeed.Required, WriteUp.PublishedAt: { } published }
            && postMortem.WriteUp.OpenSharingSteps.Count > 0)
        {
            return [One(postMortem, PostMortemReminderKind.ShareSoon, published, PostMortemClock.ShareWithin - TimeSpan.FromDays(1))];
        }

        if (postMortem is not { ClockStartedAt: { } start, DueAt: { } due, WriteUp.PublishedAt: null }
            || postMortem.State is PostMortemState.Waived or PostMortemState.NotOwed)
        {
            return [];
        }

        var reminders = postMortem.Need switch
        {
            PostMortemNeed.Required when postMortem.MetAt is { } met => WriteUp(postMortem, met),
            PostMortemNeed.Required => Meeting(postMortem, start, due),
            PostMortemNeed.Recommended when postMortem.MetAt is null =>
                [One(postMortem, PostMortemReminderKind.DayBefore, due, TimeSpan.FromHours(-24))],
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

    private static IEnumerable<PostMortemReminder> Meeting(PostMortem postMortem, DateTimeOffset start, DateTimeOffset due)
    {
        var meeting = postMortem.Meeting.Start ?? due;
        yield return One(postMortem, PostMortemReminderKind.AtResolve, start, TimeSpan.Zero);
        yield return NotBefore(start, One(postMortem, PostMortemReminderKind.DayBefore, meeting, TimeSpan.FromHours(-24)));
        yield return NotBefore(start, One(postMortem, PostMortemReminderKind.TwoHoursBefore, meeting, TimeSpan.FromHours(-2)));
        yield return One(postMortem, PostMortemReminderKind.WhenDue, due, TimeSpan.Zero);
        yield return One(postMortem, PostMortemReminderKind.DayOverdue, due, TimeSpan.FromHours(24));
        yield return One(
            postMortem, PostMortemReminderKind.ThreeDaysOverdue, due, TimeSpan.FromHours(72), PostMortemAudience.Announcements);
    }

    /// <summary>A meeting within a day of resolving gets its reminder at once, instead of never.</summary>
    private static PostMortemReminder NotBefore(DateTimeOffset start, PostMortemReminder reminder) =>
        reminder.At < start ? reminder with { At = start } : reminder;

    private static IEnumerable<PostMortemReminder> WriteUp(PostMortem postMortem, DateTimeOffset met)
    {
        if (postMortem.WriteUp.DraftedAt is null)
        {
            yield return One(postMortem, PostMortemReminderKind.DraftDue, met, PostMortemClock.DraftWithin);
        }

        if (postMortem.WriteUp.DraftedAt is { } drafted)
        {
            yield return One(postMortem, PostMortemReminderKind.CorrectionsOver, drafted, PostMortemClock.CorrectionsWithin);
        }

        yield return One(postMortem, PostMortemReminderKind.PublishSoon, met, PostMortemClock.PublishWithin - TimeSpan.FromDays(1));
        yield return One(postMortem, PostMortemReminderKind.PublishDue, met, PostMortemClock.PublishWithin);
    }

    /// <summary>The anchor is part of the key, so that only a restarted clock or a moved meeting causes new reminders.</summary>
    private static PostMortemReminder One(
        PostMortem postMortem,
        PostMortemReminderKind kind,
        DateTimeOffset anchor,
        TimeSpan after,
        PostMortemAudience audience = PostMortemAudience.Responsible) =>
        new(string.Create(CultureInfo.InvariantCulture, $"postmortem:{postMortem.IncidentNumber}:{kind}:{anchor.ToUnixTimeSeconds()}"),
            kind, anchor + after, audience);
}
