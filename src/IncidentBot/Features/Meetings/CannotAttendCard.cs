using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Meetings;

/// <summary>
/// Tells the lead or the facilitator who can't attend, with a button for another time. It names everyone who answered so, and has no
/// buttons once the meeting was moved, or can take place after all.
/// </summary>
internal sealed class CannotAttendCard(PostMortemViews views, TimeProvider time) : ICard
{
    public async Task<CardView?> RenderAsync(string subject, CancellationToken cancellationToken)
    {
        var parts = ButtonValue.Read(subject);
        if (await views.LoadAsync(parts.Number(), cancellationToken) is not { Ok: true, Value: var view })
        {
            return null;
        }

        var isCurrent = view.PostMortem is { HeldOrPublishedAt: null, Meeting.Start: { } start }
            && start.ToUnixTimeSeconds() == parts.Seconds(2) && start > time.GetUtcNow();
        return new CardView(
            Address.Person(new PersonId(parts.Text(1))),
            isCurrent && view.PostMortem.Meeting.Unavailable.Count > 0
                ? Render(view)
                : MessageContent.Paragraph(Mrkdwn.Text(
                    $"Post-mortem of *{IncidentWords.Title(view.Incident)}*: "
                        + $"{PostMortemWords.Status(view.PostMortem, time.GetUtcNow())}.")));
    }

    private static MessageContent Render(PostMortemView view)
    {
        var meeting = view.PostMortem.Meeting;
        var people = Mrkdwn.Join(" ", meeting.Unavailable.Select(person => Mrkdwn.User(person.Value)));
        var text = Mrkdwn.Text(
            $"*{IncidentWords.Title(view.Incident)}*: {people} can't attend the post-mortem on {Mrkdwn.Date(meeting.Start!.Value)}. "
                + $"Find another time, or keep it: absent people get the draft to read.");
        return new MessageContent(
            text,
            new SectionBlock(text),
            new ActionsBlock(
                new Button(PostMortemActions.Schedule, "Find another time") { Value = view.Subject, Style = ButtonStyle.Primary },
                new Button(CardActions.PostMortem, CardActions.PostMortemLabel) { Value = view.Subject }));
    }
}
