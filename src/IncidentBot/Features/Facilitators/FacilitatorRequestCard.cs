using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Facilitators;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Facilitators;

/// <summary>The DM that asks a member of the pool; it also shows how the request ended.</summary>
internal sealed class FacilitatorRequestCard(IncidentDb db, IncidentLinks links) : ICard
{
    public async Task<CardView?> RenderAsync(string subject, CancellationToken cancellationToken)
    {
        var (number, turn) = Read(subject);
        var ask = await db.FacilitatorRequests.AsNoTracking()
            .SingleAsync(ask => ask.IncidentNumber == number && ask.Turn == turn, cancellationToken);
        var incident = await db.Incidents.AsNoTracking().SingleAsync(incident => incident.Number == number, cancellationToken);
        var postMortem = await db.PostMortems.AsNoTracking().SingleAsync(each => each.IncidentNumber == number, cancellationToken);
        var before = await db.FacilitatorRequests.CountAsync(
            other => other.Person == ask.Person && other.AskedAt < ask.AskedAt, cancellationToken);
        var content = Render(ask, incident, postMortem, before);
        var where = await links.OfAsync([number], cancellationToken);
        return new CardView(Address.Person(ask.Person), where.IsEmpty ? content : content.Followed(new ContextBlock(where)))
        {
            IsSettled = ask.State is not (FacilitatorRequestState.Waiting or FacilitatorRequestState.Lapsed),
        };
    }

    /// <summary>"12:3": the incident and the turn; also the value of the buttons.</summary>
    public static (int Number, int Turn) Read(string subject)
    {
        var parts = ButtonValue.Read(subject);
        return (parts.Number(), parts.Number(1));
    }

    public static string SubjectOf(FacilitatorRequest ask) => ButtonValue.Write(ask.IncidentNumber, ask.Turn);

    public static ActionsBlock Buttons(FacilitatorRequest ask)
    {
        var value = SubjectOf(ask);
        return new ActionsBlock(
            new Button(PostMortemActions.AcceptFacilitatorRequest, "I'll do it") { Value = value, Style = ButtonStyle.Primary },
            new Button(PostMortemActions.DeclineFacilitatorRequest, "Not me") { Value = value });
    }

    private static MessageContent Render(FacilitatorRequest ask, Incident incident, PostMortem postMortem, int askedBefore)
    {
        var of = Mrkdwn.Text($"the post-mortem of *{IncidentWords.Title(incident)}*");
        return ask.State switch
        {
            FacilitatorRequestState.Waiting => Question(ask, of, postMortem, askedBefore),
            FacilitatorRequestState.Accepted => MessageContent.Paragraph(Mrkdwn.Text($"Thank you. You're facilitating {of}.")),
            FacilitatorRequestState.Declined => MessageContent.Paragraph(Mrkdwn.Text($"OK, I'll ask someone else to facilitate {of}.")),
            FacilitatorRequestState.Lapsed => Lapsed(ask, of),
            _ => MessageContent.Paragraph(Mrkdwn.Text($"You are no longer needed to facilitate {of}: {WhyNot(incident, postMortem)}.")),
        };
    }

    private static MessageContent Question(FacilitatorRequest ask, Mrkdwn of, PostMortem postMortem, int askedBefore)
    {
        var due = postMortem.DueAt is { } at ? Mrkdwn.Text($" Hold it by {Mrkdwn.Date(at)}.") : Mrkdwn.Empty;
        var turn = askedBefore == 0 ? "have never been asked before" : "were asked least recently";
        var text = Mrkdwn.Text(
            $"Would you facilitate {of}?{due}\nI'm asking because you're in the pool, weren't close to the incident, and {turn}. Keep "
                + $"the discussion on the system, not on people; you don't need to know the answers.");
        return new MessageContent(
            text,
            new SectionBlock(text),
            Buttons(ask),
            new ContextBlock(Mrkdwn.Text(
                $"Saying no is fine. If you don't answer by {Mrkdwn.Date(ask.AnswerBy)}, I'll ask someone else.")));
    }

    private static MessageContent Lapsed(FacilitatorRequest ask, Mrkdwn of)
    {
        var text = Mrkdwn.Text(
            $"You didn't answer by {Mrkdwn.Date(ask.AnswerBy)}, so I'm asking someone else to facilitate {of}. If you can after all, "
                + $"press *I'll do it*.");
        var value = SubjectOf(ask);
        return new MessageContent(
            text,
            new SectionBlock(text),
            new ActionsBlock(new Button(PostMortemActions.AcceptFacilitatorRequest, "I'll do it") { Value = value }));
    }

    private static Mrkdwn WhyNot(Incident incident, PostMortem postMortem) => (incident, postMortem) switch
    {
        ({ IsOpen: true }, _) => Mrkdwn.Raw("the incident is open again"),
        (_, { Facilitator: { } other }) => Mrkdwn.Text($"{Mrkdwn.User(other.Value)} is facilitating"),
        _ => PostMortemWords.Status(postMortem),
    };
}
