using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Lifecycle;

/// <summary>
/// Says that the meeting is after the deadline, because the severity rose. Once the meeting is moved or held, the card has no buttons.
/// </summary>
internal sealed class LateMeetingCard(IncidentDb db, TimeProvider time) : ICard
{
    public async Task<CardView?> RenderAsync(string subject, CancellationToken cancellationToken)
    {
        var parts = ButtonValue.Read(subject);
        var number = parts.Number();
        var incident = await db.Incidents.AsNoTracking().SingleAsync(incident => incident.Number == number, cancellationToken);
        var postMortem = await db.PostMortems.AsNoTracking().SingleAsync(each => each.IncidentNumber == number, cancellationToken);
        var content = PostMortemClock.IsScheduledLate(postMortem)
            ? Render(incident, postMortem)
            : MessageContent.Paragraph(Mrkdwn.Text(
                $"Post-mortem of *{IncidentWords.Title(incident)}*: {PostMortemWords.Status(postMortem, time.GetUtcNow())}."));
        return new CardView(Address.Person(new PersonId(parts.Text(1))), content);
    }

    /// <summary>Once for each deadline.</summary>
    public static string KeyOf(PostMortem postMortem) => ReminderKey.LateMeeting(postMortem);

    public static MessageContent Render(Incident incident, PostMortem postMortem)
    {
        var text = Mrkdwn.Text(
            $"*{IncidentWords.Title(incident)}*: the post-mortem is now due {Mrkdwn.Date(postMortem.DueAt!.Value)}. "
                + $"The meeting on {Mrkdwn.Date(postMortem.Meeting.Start!.Value)} is too late. Choose another time.");
        var number = IncidentWords.Number(incident);
        return new MessageContent(
            text,
            new SectionBlock(text),
            new ActionsBlock(
                new Button(PostMortemActions.Schedule, "Move meeting") { Value = number, Style = ButtonStyle.Primary },
                new Button(CardActions.PostMortem, CardActions.PostMortemLabel) { Value = number }));
    }
}
