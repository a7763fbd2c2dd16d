using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.FollowUps;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.FollowUps;

/// <summary>Says that the structural gap is open again and why; without buttons once that reason is gone.</summary>
internal sealed class OpenGapCard(PostMortemViews views) : ICard
{
    public async Task<CardView?> RenderAsync(string subject, CancellationToken cancellationToken)
    {
        var parts = ButtonValue.Read(subject);
        if (await views.LoadAsync(parts.Number(), cancellationToken) is not { Ok: true, Value: var view })
        {
            return null;
        }

        var cause = view.PostMortem.Reviews.ReopenReasons.FirstOrDefault(known => known.Key == parts.Text(1));
        return new CardView(Address.Person(new PersonId(parts.Text(2))), cause is null ? Closed(view) : Open(view, cause));
    }

    private static MessageContent Open(PostMortemView view, ReopenReason cause)
    {
        var text = Mrkdwn.Text(
            $"*{IncidentWords.Title(view.Incident)}*\n{ReopenedGap.Text(view.PostMortem, cause)}\n"
            + $"Revisit the 5 whys, or add another action item.");
        return new MessageContent(
            text,
            new SectionBlock(text),
            new ActionsBlock(
                new Button(CardActions.PostMortem, CardActions.PostMortemLabel) { Value = view.Subject, Style = ButtonStyle.Primary },
                new Button(ItemActions.Add, "Add action item") { Value = view.Subject }));
    }

    private static MessageContent Closed(PostMortemView view) => MessageContent.Paragraph(Mrkdwn.Text(
        $"*{IncidentWords.Title(view.Incident)}*: this is no longer a reason to reopen the structural gap."));
}
