using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.WriteUps.SignOffs;

/// <summary>Tells the lead and the facilitator that someone still hasn't signed off; they can stop asking.</summary>
internal sealed class MissingSignOffCard(PostMortemViews views) : ICard
{
    public async Task<CardView?> RenderAsync(string subject, CancellationToken cancellationToken)
    {
        var parts = ButtonValue.Read(subject);
        var (absent, reader) = (new PersonId(parts.Text(1)), new PersonId(parts.Text(2)));
        if (await views.LoadAsync(parts.Number(), cancellationToken) is not { Ok: true, Value: var view })
        {
            return null;
        }

        var invitee = view.PostMortem.Meeting.Invitees.FirstOrDefault(invitee => invitee.Person == absent);
        var of = Mrkdwn.Text($"the post-mortem of *{IncidentWords.Title(view.Incident)}*");
        var content = invitee switch
        {
            { IsSignOffPending: true, SignOffDue: { } due } => Open(view, absent, due, of),
            { SignedOffAt: not null } => MessageContent.Paragraph(
                Mrkdwn.Text($":white_check_mark: {Mrkdwn.User(absent.Value)} signed off {of}.")),
            _ => MessageContent.Paragraph(Mrkdwn.Text($"{Mrkdwn.User(absent.Value)} no longer needs to sign off {of}.")),
        };
        return new CardView(Address.Person(reader), content);
    }

    private static MessageContent Open(PostMortemView view, PersonId absent, DateOnly due, Mrkdwn of)
    {
        var text = Mrkdwn.Text(
            $"{Mrkdwn.User(absent.Value)} hasn't signed off {of}, due on {ActionWords.Day(due)}. Remind them, or press *Stop asking*.");
        return new MessageContent(
            text,
            new SectionBlock(text),
            new ActionsBlock(
                new Button(PostMortemActions.ExcuseFromSignOff, "Stop asking") { Value = ButtonValue.Write(view.Number, absent) },
                new Button(CardActions.PostMortem, CardActions.PostMortemLabel) { Value = view.Subject }));
    }
}

/// <summary>Answers "Stop asking".</summary>
internal sealed class ExcuseFromSignOff(PostMortemChanges changes) : IBlockActionHandler
{
    public Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var value = ButtonValue.Read(request.Action.Data);
        return changes.PressAsync(
            request,
            value.Number(),
            asked => Task.FromResult(asked.PostMortem.Meeting.ExcuseFromSignOff(new PersonId(value.Text(1)), asked.By, asked.Now)),
            cancellationToken);
    }
}
