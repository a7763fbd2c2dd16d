using System.Runtime.CompilerServices;
using IncidentBot.Cards;
using IncidentBot.Cards.Redrawing;
using IncidentBot.Commands;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Incidents;
using IncidentBot.Effects;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Lifecycle;

/// <summary>
/// Asks for a status update. Once an update is posted, the incident is over, or a newer reminder follows, the card says so and has no
/// buttons. Its subject is the incident, when the update was due, and which reminder it is: "12:1772528400:0".
/// </summary>
internal sealed class UpdateReminderCard(IncidentDb db, TimeProvider time) : ICard
{
    public async Task<CardView?> RenderAsync(string subject, CancellationToken cancellationToken)
    {
        var parts = ButtonValue.Read(subject);
        var (number, due, count) = (parts.Number(), parts.Seconds(1), parts.Number(2));
        var incident = await db.Incidents.AsNoTracking().SingleAsync(incident => incident.Number == number, cancellationToken);
        var isCurrent = incident.NextUpdateDue?.ToUnixTimeSeconds() == due
            && StatusCadence.Reminder(incident, time.GetUtcNow()) == count;
        if (isCurrent)
        {
            return new CardView(Address.Incident(number), UpdateReminderMessage.Render(incident));
        }

        // A reminder that was never posted isn't needed any more.
        var isPosted = await db.BotMessages.FindAsync([BotMessageNames.Card(BotMessageNames.UpdateDue, subject)], cancellationToken)
            is not null;
        return isPosted ? new CardView(Address.Incident(number), Closed(incident)) : null;
    }

    public static RefreshCard Of(Incident incident, int count) => new(
        BotMessageNames.UpdateDue, ButtonValue.Write(incident.Number, incident.NextUpdateDue!.Value.ToUnixTimeSeconds(), count));

    /// <summary>The newest reminder of one due update; null when none was posted.</summary>
    public static async Task<RefreshCard?> LatestAsync(
        IncidentDb db, int number, DateTimeOffset? due, CancellationToken cancellationToken)
    {
        var prefix = BotMessageNames.Card(BotMessageNames.UpdateDue, ButtonValue.Write(number, due?.ToUnixTimeSeconds())) + ":";
        var name = await db.BotMessages.AsNoTracking().Where(message => message.Name.StartsWith(prefix))
            .OrderByDescending(message => message.Ts).Select(message => message.Name).FirstOrDefaultAsync(cancellationToken);
        return name is null ? null : new RefreshCard(BotMessageNames.UpdateDue, name[(BotMessageNames.UpdateDue.Length + 1)..]);
    }

    private static MessageContent Closed(Incident incident) => MessageContent.Paragraph(incident switch
    {
        { IsOpen: false } => Mrkdwn.Text($"No status update is needed: the incident is {Outcome(incident)}."),
        { StatusUpdates: [.., var last] } when last.NextDue == incident.NextUpdateDue =>
            Mrkdwn.Text($":white_check_mark: {Mrkdwn.User(last.By.Value)} posted an update at {Mrkdwn.Date(last.At, "{time}")}."),
        { NextUpdateDue: { } next } => Mrkdwn.Text($"The next status update was due at {Mrkdwn.Date(next, "{time}")}."),
        _ => Mrkdwn.Raw("No status update is needed."),
    });

    private static string Outcome(Incident incident) => incident.Status == IncidentStatus.Resolved ? "resolved" : "cancelled";
}

/// <summary>An update, a resolve and a change of severity close the reminder that was posted.</summary>
internal sealed class UpdateReminderRedraws : IRedrawRule
{
    private static readonly string[] ClosingChanges = [nameof(Incident.LastUpdateAt), nameof(Incident.Status), nameof(Incident.Severity)];

    public async IAsyncEnumerable<Redraw> FindAsync(
        SavedChanges changes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var incident in changes.Of<Incident>(ClosingChanges))
        {
            var due = changes.BeforeOrNull<Incident, DateTimeOffset>(incident, nameof(Incident.NextUpdateDue));
            if (due is not null
                && await UpdateReminderCard.LatestAsync(changes.Db, incident.Number, due, cancellationToken) is { } reminder)
            {
                yield return Redraw.Of(Lane.Incident(incident.Number), reminder.Card, reminder.Subject);
            }
        }
    }
}
