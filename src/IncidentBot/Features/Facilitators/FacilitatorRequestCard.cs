using System.Globalization;
using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Facilitators;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Facilitators;

/// <summary>The DM that asks somebody of the pool; it shows what became of the question, so that nobody answers in vain.</summary>
internal sealed class FacilitatorRequestCard(IncidentDb db) : ICard
{
    public async Task<CardView?> RenderAsync(string subject, CancellationToken cancellationToken)
    {
        var (number, turn) = Read(subject);
        var ask = await db.FacilitatorAsks.AsNoTracking().SingleAsync(ask => ask.IncidentNumber == number && ask.Turn == turn, cancellationToken);
        var incident = await db.Incidents.AsNoTracking().SingleAsync(incident => incident.Number == number, cancellationToken);
        var postMortem = await db.PostMortems.AsNoTracking().SingleAsync(each => each.IncidentNumber == number, cancellationToken);
        var before = await db.FacilitatorAsks.CountAsync(
            other => other.Person == ask.Person && other.AskedAt < ask.AskedAt, cancellationToken);
        return new CardView(Address.Person(ask.Person), Render(ask, incident, postMortem, before));
    }

    /// <summary>"12:3": the incident and the turn; also the value of the buttons.</summary>
    public static (int Number, int Turn) Read(string subject)
    {
        var parts = subject.Split(':');
        return (int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    private static MessageContent Render(FacilitatorRequest ask, Incident incident, PostMortem postMortem, int askedBefore)
    {
        var of = Mrkdwn.Text($"the post-mortem of *{IncidentWords.Title(incident)}*");
        return ask.State switch
        {
            FacilitatorAskState.Waiting => Question(ask, of, postMortem, askedBefore),
            FacilitatorAskState.Accepted => MessageContent.Paragraph(Mrkdwn.Text($"Thank you: you facilitate {of}.")),
            FacilitatorAskState.Declined => MessageContent.Paragraph(Mrkdwn.Text($"All right, somebody else is looked for to facilitate {of}.")),
            FacilitatorAskState.Lapsed => Lapsed(ask, of),
            _ => MessageContent.Paragraph(Mrkdwn.Text($"You are no longer needed to facilitate {of}: {WhyNot(incident, postMortem)}.")),
        };
    }

    private static MessageContent Question(FacilitatorRequest ask, Mrkdwn of, PostMortem postMortem, int askedBefore)
    {
        var due = postMortem.DueAt is { } at ? Mrkdwn.Text($" It is to be held by {Mrkdwn.Date(at)}.") : Mrkdwn.Empty;
        var turn = askedBefore == 0 ? "were never asked before" : "were asked least recently";
        var text = Mrkdwn.Text(
            $"Would you facilitate {of}?{due}\nYou are asked because you are in the pool, were not in the middle of it, and {turn}. You keep the talk on the system instead of on people; you need not know the answers.");
        var value = string.Create(CultureInfo.InvariantCulture, $"{ask.IncidentNumber}:{ask.Turn}");
        return new MessageContent(
            text,
            new SectionBlock(text),
            new ActionsBlock(
                new Button(PostMortemActions.AcceptFacilitating, "I'll do it") { Value = value, Style = ButtonStyle.Primary },
                new Button(PostMortemActions.RefuseFacilitating, "Not me") { Value = value }),
            new ContextBlock(Mrkdwn.Text($"Saying no is fine. Without an answer by {Mrkdwn.Date(ask.AnswerBy)} somebody else is asked.")));
    }

    private static MessageContent Lapsed(FacilitatorRequest ask, Mrkdwn of)
    {
        var text = Mrkdwn.Text($"There was no answer by {Mrkdwn.Date(ask.AnswerBy)}, so somebody else is looked for to facilitate {of}. If you can after all, say so.");
        var value = string.Create(CultureInfo.InvariantCulture, $"{ask.IncidentNumber}:{ask.Turn}");
        return new MessageContent(
            text, new SectionBlock(text), new ActionsBlock(new Button(PostMortemActions.AcceptFacilitating, "I'll do it") { Value = value }));
    }

    private static Mrkdwn WhyNot(Incident incident, PostMortem postMortem) => (incident, postMortem) switch
    {
        ({ IsOpen: true }, _) => Mrkdwn.Raw("the incident is open again"),
        (_, { Facilitator: { } other }) => Mrkdwn.Text($"{Mrkdwn.User(other.Value)} does it"),
        _ => PostMortemWords.Standing(postMortem),
    };
}
