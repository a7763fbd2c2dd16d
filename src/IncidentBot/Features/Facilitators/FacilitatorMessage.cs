using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Effects;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Facilitators;

/// <summary>The DM to the facilitator: what it asks of them and what to press first. And the call for a volunteer.</summary>
internal static class FacilitatorMessage
{
    public static Post For(PostMortemView view, PersonId person)
    {
        var due = view.PostMortem.DueAt is { } at ? Mrkdwn.Text($" It is to be held by {Mrkdwn.Date(at)}.") : Mrkdwn.Empty;
        var text = Mrkdwn.Text(
            $"You facilitate the post-mortem of *{IncidentWords.Title(view.Incident)}*.{due}\nYou keep the talk on the system instead of on people, watch the time, and see to it that two or three actions come out, each with an owner and a date. You need not know the answers.");
        return new Post(Address.Person(person), new MessageContent(
            text,
            new SectionBlock(text),
            new ActionsBlock(
                new Button(CardActions.PostMortem, "Open post-mortem") { Value = view.Subject, Style = ButtonStyle.Primary },
                new Button(PostMortemActions.Schedule, "Schedule") { Value = view.Subject },
                new Button(PostMortemActions.DeclineFacilitating, "Not me") { Value = view.Subject })));
    }

    /// <summary>For whoever chooses another one.</summary>
    public static MessageContent Gone(PostMortemView view, PersonId left)
    {
        var text = Mrkdwn.Text(
            $"{Mrkdwn.User(left.Value)}, who was to facilitate the post-mortem of *{IncidentWords.Title(view.Incident)}*, no longer has an account here. Who does it instead?");
        return new MessageContent(
            text,
            new SectionBlock(text),
            new ActionsBlock(
                new Button(PostMortemActions.Facilitator, "Choose a facilitator") { Value = view.Subject, Style = ButtonStyle.Primary },
                new Button(PostMortemActions.Volunteer, "I'll facilitate") { Value = view.Subject }));
    }

    /// <summary>For everybody who reads #incidents; nobody is drafted.</summary>
    public static MessageContent Call(Incident incident)
    {
        var text = Mrkdwn.Text(
            $"The post-mortem of {IncidentWords.Title(incident)} has no facilitator yet. Somebody who was not in the middle of it is best.");
        return new MessageContent(
            text,
            new SectionBlock(text),
            new ActionsBlock(new Button(PostMortemActions.Volunteer, "I'll facilitate") { Value = IncidentWords.Number(incident) }));
    }
}
