using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Lifecycle;

/// <summary>The reminder that a status update is due, with its buttons.</summary>
internal static class UpdateReminderMessage
{
    // Button ids must be unique within a block, so each duration has its own; the value holds the incident number and the minutes, "12:30".
    public const string Snooze30 = "update_snooze_30";
    public const string Snooze60 = "update_snooze_60";
    public const string Snooze90 = "update_snooze_90";

    public static MessageContent Render(Incident incident)
    {
        var holder = incident.HolderOf(IncidentRole.Communications) ?? incident.Lead;
        var asked = holder is { } person ? Mrkdwn.Text($"{Mrkdwn.User(person.Value)}, a") : Mrkdwn.Raw("A");
        var last = incident.LastUpdateAt is { } at
            ? Mrkdwn.Text($"Last update: {Mrkdwn.Date(at)}.")
            : Mrkdwn.Raw("No update has been posted yet.");
        var drill = Mrkdwn.Raw(incident.IsDrill ? " of the drill" : "");
        var text = Mrkdwn.Text($":hourglass_flowing_sand: {asked} status update{drill} is due. {last} “No news” is an update too.");
        return new MessageContent(text, new SectionBlock(text), new ActionsBlock([
            new Button(CardActions.PostUpdate, "Post update") { Value = IncidentWords.Number(incident), Style = ButtonStyle.Primary },
            Snooze(incident, Snooze30, 30),
            Snooze(incident, Snooze60, 60),
            Snooze(incident, Snooze90, 90),
        ]));
    }

    private static Button Snooze(Incident incident, string action, int minutes) =>
        new(action, $"Remind in {minutes} min") { Value = ButtonValue.Write(incident.Number, minutes) };
}
