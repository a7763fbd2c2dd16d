using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Facilitators;

/// <summary>The DM to a new facilitator, the message when one has left, and the call for a volunteer.</summary>
internal static class FacilitatorMessage
{
    private const string VolunteerLabel = "I'll facilitate";

    public static MessageContent Assigned(PostMortemView view)
    {
        var due = view.PostMortem switch
        {
            { Meeting.Start: { } start } => Mrkdwn.Text($" The meeting is on {Mrkdwn.Date(start)}."),
            { DueAt: { } at } => Mrkdwn.Text($" Hold it by {Mrkdwn.Date(at)}."),
            _ => Mrkdwn.Empty,
        };
        var text = Mrkdwn.Text(
            $"You're facilitating the post-mortem of *{IncidentWords.Title(view.Incident)}*.{due}\nKeep the discussion on the system, "
                + $"not on people. Watch the time, and end with two or three actions, each with an owner and a date. You don't need "
                    + $"to know the answers.");
        return new MessageContent(
            text,
            new SectionBlock(text),
            new ActionsBlock(
                new Button(CardActions.PostMortem, CardActions.PostMortemLabel) { Value = view.Subject, Style = ButtonStyle.Primary },
                new Button(PostMortemActions.Schedule, view.PostMortem.Meeting.Start is null ? "Schedule" : "Move meeting")
                {
                    Value = view.Subject,
                },
                new Button(PostMortemActions.DeclineFacilitating, "Not me") { Value = view.Subject }));
    }

    /// <summary>For the lead, or the lead's stand-in, to choose another facilitator.</summary>
    public static MessageContent Gone(PostMortemView view, PersonId left)
    {
        var text = Mrkdwn.Text(
            $"{Mrkdwn.User(left.Value)}, who was going to facilitate the post-mortem of *{IncidentWords.Title(view.Incident)}*, no "
                + $"longer has an account. Who can take over?");
        return new MessageContent(
            text,
            new SectionBlock(text),
            new ActionsBlock(
                new Button(PostMortemActions.Facilitator, "Choose facilitator") { Value = view.Subject, Style = ButtonStyle.Primary },
                new Button(PostMortemActions.Volunteer, VolunteerLabel) { Value = view.Subject }));
    }

    /// <summary>For a volunteer who was second.</summary>
    public static Mrkdwn AlreadyTaken(PersonId facilitator) =>
        Mrkdwn.Text($"Thank you. {Mrkdwn.User(facilitator.Value)} is already facilitating.");

    /// <summary>For everyone who reads #incidents.</summary>
    public static MessageContent Call(Incident incident)
    {
        var text = Mrkdwn.Text(
            $"The post-mortem of {IncidentWords.Title(incident)} needs a facilitator, ideally someone who wasn't close to the incident.");
        return new MessageContent(
            text,
            new SectionBlock(text),
            new ActionsBlock(new Button(PostMortemActions.Volunteer, VolunteerLabel) { Value = IncidentWords.Number(incident) }));
    }
}
