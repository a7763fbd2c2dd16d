using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Meetings;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Meetings;

/// <summary>The message in the channel: when the meeting is or that it moved, who is invited, and what to expect.</summary>
internal static class MeetingMessage
{
    public static MessageContent Render(PostMortemView view, DateTimeOffset start, DateTimeOffset? previousStart)
    {
        var postMortem = view.PostMortem;
        var when = previousStart switch
        {
            null => Mrkdwn.Text($"*The post-mortem is on {Mrkdwn.Date(start)}.*"),
            { } earlier when earlier == start =>
                Mrkdwn.Text($"*The post-mortem is still on {Mrkdwn.Date(start)}.* The people, length or place changed."),
            { } earlier => Mrkdwn.Text($"*The post-mortem moved* from {Mrkdwn.Date(earlier)} to *{Mrkdwn.Date(start)}*."),
        };
        var who = Mrkdwn.Join(" ", postMortem.Meeting.Attendees.Select(person => Mrkdwn.User(person.Value)));
        var where = postMortem.Meeting.Link is { } link ? Mrkdwn.Text($"Where: {Mrkdwn.Link(link, link)}") : Mrkdwn.Empty;
        var late = start + postMortem.Meeting.Duration > postMortem.DueAt
            ? Mrkdwn.Text($"This is after the deadline, {Mrkdwn.Date(postMortem.DueAt ?? start)}.")
            : Mrkdwn.Empty;
        var text = Mrkdwn.Join(
            "\n",
            when,
            late,
            where,
            who.IsEmpty ? Mrkdwn.Empty : Mrkdwn.Text($"Invited: {who}"),
            InviteeWords.Unavailable(postMortem.Meeting));
        return new MessageContent(
            when,
            [
                new SectionBlock(text),
                new SectionBlock(InvitationText.InChannel(view)),
                .. InvitationText.Artefacts(view),
                .. People(view),
                new ActionsBlock(
                [
                    new Button(CardActions.ReviewTimeline, "Open timeline") { Value = view.Subject },
                    new Button(CardActions.PostMortem, CardActions.PostMortemLabel) { Value = view.Subject },
                    .. Answers(view, start),
                ]),
                new ContextBlock(Mrkdwn.Raw("The calendar file is in the thread.")),
            ]);
    }

    /// <summary>Until the meeting is held; a press after it began is answered.</summary>
    private static IEnumerable<Button> Answers(PostMortemView view, DateTimeOffset start) => view.PostMortem.HeldOrPublishedAt is null
        ? [new Button(PostMortemActions.CannotAttend, "Can't attend") { Value = ButtonValue.Write(view.Number, start.ToUnixTimeSeconds()) }]
        : [];

    /// <summary>Shown to the channel, because someone there may know whom to invite.</summary>
    private static IEnumerable<Block> People(PostMortemView view)
    {
        if (view.PostMortem.HeldOrPublishedAt is not null)
        {
            yield break;
        }

        var lines = InviteeChecklist.Of(view.Incident, view.PostMortem);
        var words = Mrkdwn.Join("\n", InviteeWords.Warning(view.PostMortem.MeetingSize), InviteeWords.Missing(lines));
        if (!words.IsEmpty)
        {
            yield return new ContextBlock(words);
        }
    }
}
