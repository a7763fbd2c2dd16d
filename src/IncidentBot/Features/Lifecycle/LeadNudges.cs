using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Incidents;
using IncidentBot.Effects;
using IncidentBot.Jobs;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Asks the channel who leads: after ten minutes, then at growing intervals, until someone does.</summary>
internal sealed class LeadNudges(IncidentDb db, ReminderPosts reminders) : ISweep
{
    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var latest = now - LeadNudgePolicy.After;
        var numbers = db.Incidents.Where(incident => incident.LeadlessSince <= latest).Select(incident => incident.Number);
        var leadless = await db.Incidents.AsNoTracking()
            .Where(incident => numbers.Contains(incident.Number))
            .WithReachableChannel(db)
            .ToListAsync(cancellationToken);
        foreach (var (incident, nudge) in leadless.Select(incident => (incident, LeadNudgePolicy.Nudge(incident, now))))
        {
            var key = $"no_lead:{incident.Number}:{incident.LeadlessSince!.Value.ToUnixTimeSeconds()}{(nudge > 0 ? $":{nudge}" : "")}";
            var reminder = new Reminder(key, Render(incident)) { Nudge = $"no_lead:{incident.Number}" };
            await reminders.SendAsync(incident.Number, reminder, now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    public static MessageContent Render(Incident incident)
    {
        var text = Mrkdwn.Text(
            $":raising_hand: {IncidentWords.Noun(incident)} {incident.Number} has no lead. {Asked(incident)}"
                + $"The lead decides what happens next and who does it. Someone else can work on the fix.");
        var claim = new Button(CardActions.ClaimRole, IncidentWords.Take(IncidentRole.Lead))
        {
            Value = RoleValue.Of(incident, IncidentRole.Lead),
            Style = ButtonStyle.Primary,
        };
        return new MessageContent(text, new SectionBlock(text), new ActionsBlock(claim));
    }

    /// <summary>One person is named, because no one answers a question to everyone.</summary>
    private static Mrkdwn Asked(Incident incident) =>
        Mrkdwn.Text($"{Mrkdwn.User((incident.HolderOf(IncidentRole.Communications) ?? incident.DeclaredBy).Value)}, who will lead? ");
}
