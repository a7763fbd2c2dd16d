using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Outbox;
using IncidentBot.Outbox.Effects;
using IncidentBot.Slack.Blocks;
using IncidentBot.Surfaces;

namespace IncidentBot.Features.PostMortems.Facilitating;

/// <summary>The DM to the facilitator: what it asks of them and what to press first. And the call for a volunteer.</summary>
internal static class FacilitatorMessage
{
    public static Post For(Dossier dossier, PersonId person)
    {
        var due = dossier.PostMortem.DueAt is { } at ? Mrkdwn.Text($" It is to be held by {Mrkdwn.Date(at)}.") : Mrkdwn.Empty;
        var text = Mrkdwn.Text(
            $"You facilitate the post-mortem of *{IncidentWords.Title(dossier.Incident)}*.{due}\nYou keep the talk on the system instead of on people, watch the time, and see to it that two or three actions come out, each with an owner and a date. You need not know the answers.");
        return new Post(Address.Person(person), new MessageContent(
            text,
            new SectionBlock(text),
            new ActionsBlock(
                new Button(CardActions.PostMortem, "Open post-mortem") { Value = dossier.Subject, Style = ButtonStyle.Primary },
                new Button(PostMortemActions.Schedule, "Schedule") { Value = dossier.Subject },
                new Button(PostMortemActions.DeclineFacilitating, "Not me") { Value = dossier.Subject })));
    }

    /// <summary>For whoever chooses another one.</summary>
    public static MessageContent Gone(Dossier dossier, PersonId left)
    {
        var text = Mrkdwn.Text(
            $"{Mrkdwn.User(left.Value)}, who was to facilitate the post-mortem of *{IncidentWords.Title(dossier.Incident)}*, no longer has an account here. Who does it instead?");
        return new MessageContent(
            text,
            new SectionBlock(text),
            new ActionsBlock(
                new Button(PostMortemActions.Facilitator, "Choose a facilitator") { Value = dossier.Subject, Style = ButtonStyle.Primary },
                new Button(PostMortemActions.Volunteer, "I'll facilitate") { Value = dossier.Subject }));
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
