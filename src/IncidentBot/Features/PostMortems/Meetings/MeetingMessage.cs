using IncidentBot.Domain.PostMortems;
using IncidentBot.Outbox;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.PostMortems.Meetings;

/// <summary>Says in the channel when the post-mortem meets, or that it moved, and who is expected.</summary>
internal static class MeetingMessage
{
    public static MessageContent Render(PostMortem postMortem, DateTimeOffset start, DateTimeOffset? before)
    {
        var when = before is { } earlier
            ? Mrkdwn.Text($"*The post-mortem moved* from {Mrkdwn.Date(earlier)} to *{Mrkdwn.Date(start)}*.")
            : Mrkdwn.Text($"*The post-mortem meets {Mrkdwn.Date(start)}.*");
        var who = Mrkdwn.Join(" ", postMortem.Attendees.Select(person => Mrkdwn.User(person.Value)));
        var where = postMortem.MeetingLink is { } link ? Mrkdwn.Text($"Where: {Mrkdwn.Link(link, link)}") : Mrkdwn.Empty;
        var late = start + postMortem.MeetingDuration > postMortem.DueAt ? Mrkdwn.Text($"That is after the deadline, {Mrkdwn.Date(postMortem.DueAt ?? start)}.") : Mrkdwn.Empty;
        var text = Mrkdwn.Join("\n", when, late, where, who.IsEmpty ? Mrkdwn.Empty : Mrkdwn.Text($"With: {who}"));
        return new MessageContent(when, new SectionBlock(text), new ContextBlock(Mrkdwn.Raw("The calendar file is in the thread. We meet to learn, not to blame.")));
    }
}
