using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Facilitators;

/// <summary>Tells someone that they facilitate; without buttons once they don't, or the meeting was held.</summary>
internal sealed class FacilitatingCard(PostMortemViews views, TimeProvider time) : ICard
{
    public async Task<CardView?> RenderAsync(string subject, CancellationToken cancellationToken)
    {
        var parts = ButtonValue.Read(subject);
        var person = new PersonId(parts.Text(1));
        if (await views.LoadAsync(parts.Number(), cancellationToken) is not { Ok: true, Value: var view })
        {
            return null;
        }

        var of = Mrkdwn.Text($"the post-mortem of *{IncidentWords.Title(view.Incident)}*");
        var content = view.PostMortem switch
        {
            var postMortem when postMortem.Facilitator != person =>
                MessageContent.Paragraph(Mrkdwn.Text($"You're no longer facilitating {of}.")),
            { IsMeetingAhead: false } =>
                MessageContent.Paragraph(Mrkdwn.Text(
                    $"You were the facilitator of {of}: {PostMortemWords.Status(view.PostMortem, time.GetUtcNow())}.")),
            _ => FacilitatorMessage.Assigned(view),
        };
        return new CardView(Address.Person(person), content);
    }
}

/// <summary>Asks the lead, or the lead's stand-in, for another facilitator; without buttons once there is one.</summary>
internal sealed class FacilitatorLeftCard(PostMortemViews views) : ICard
{
    public async Task<CardView?> RenderAsync(string subject, CancellationToken cancellationToken)
    {
        var parts = ButtonValue.Read(subject);
        if (await views.LoadAsync(parts.Number(), cancellationToken) is not { Ok: true, Value: var view })
        {
            return null;
        }

        var content = view.PostMortem.Facilitator is { } facilitator
            ? MessageContent.Paragraph(Mrkdwn.Text(
                $"{Mrkdwn.User(facilitator.Value)} facilitates the post-mortem of *{IncidentWords.Title(view.Incident)}*."))
            : FacilitatorMessage.Gone(view, new PersonId(parts.Text(1)));
        return new CardView(Address.Person(new PersonId(parts.Text(2))), content);
    }
}
