using System.Globalization;
using IncidentBot.Domain.Severities;

namespace IncidentBot.Domain.PostMortems;

/// <summary>
/// When a post-mortem is reminded of. A required one climbs the whole ladder, a recommended one is nudged
/// once, 24 hours before its deadline, an optional one never. A scheduled meeting takes the place of the deadline in "24 hours
/// before" and "2 hours before"; the deadline itself and what follows stay. Once it is met, only the write-up is reminded of, and once
/// that is published, that others hear of it.
/// </summary>
public static class PostMortemReminders
{
    /// <summary>The one reminder that is to be sent now.</summary>
    /// <param name="postMortem">As it stands; what is met, waived or stopped drops out by itself.</param>
    /// <param name="now">UTC.</param>
    /// <param name="sent">The keys of what was sent for this post-mortem.</param>
    /// <returns>The newest that is due, unless it was sent: of several missed only the newest counts. Null when there is none.</returns>
    public static PostMortemReminder? Due(PostMortem postMortem, DateTimeOffset now, IReadOnlySet<string> sent) =>
        Schedule(postMortem).LastOrDefault(reminder => reminder.At <= now) is { } newest && !sent.Contains(newest.Key) ? newest : null;

    /// <summary>All reminders that the present state asks for, past and future, in the order of their instants.</summary>
    /// <param name="postMortem">As it stands.</param>
    public static IReadOnlyList<PostMortemReminder> Schedule(PostMortem postMortem)
    {
        if (postMortem is { State: PostMortemState.Published, Need: PostMortemNeed.Required, WriteUp.PublishedAt: { } published }
            && postMortem.WriteUp.StepsToShare.Count > 0)
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

    /// <summary>A meeting within a day of the resolve is reminded of at once, instead of never.</summary>
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

    /// <summary>The anchor is in the key, so that a new clock or a moved meeting reminds anew, and nothing else does.</summary>
    private static PostMortemReminder One(
        PostMortem postMortem,
        PostMortemReminderKind kind,
        DateTimeOffset anchor,
        TimeSpan after,
        PostMortemAudience audience = PostMortemAudience.Responsible) =>
        new(string.Create(CultureInfo.InvariantCulture, $"postmortem:{postMortem.IncidentNumber}:{kind}:{anchor.ToUnixTimeSeconds()}"),
            kind, anchor + after, audience);
}
