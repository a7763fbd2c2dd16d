using System.Globalization;
using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Effects;
using IncidentBot.Jobs;
using IncidentBot.People;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.ActionItems;

/// <summary>
/// Asks the lead and the facilitator to act: on a proposed date, an item that needs another owner, or an item a week overdue. One DM
/// lists everything new, in the reader's working hours.
/// </summary>
internal sealed class RemindResponsible(
    IncidentDb db, ItemNotices notices, ItemAccess access, PeopleDirectory people, IOptions<RemindersOptions> options) : ISweep
{
    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var items = await notices.OpenItemsAsync(cancellationToken);
        var sent = await notices.SentAsync(now, cancellationToken);
        var notifications = new List<(PersonId Reader, ItemNotice Notice)>();
        foreach (var incident in items.GroupBy(item => item.IncidentNumber))
        {
            var rights = await RightsAsync(incident.Key, cancellationToken);
            notifications.AddRange(incident.SelectMany(item => Readers(item, rights)
                .SelectMany(reader => Due(item, reader, rights, sent[reader].ToHashSet(StringComparer.Ordinal), now)
                    .Select(notice => (reader, notice)))));
        }

        foreach (var reader in notifications.GroupBy(each => each.Reader, each => each.Notice))
        {
            var due = reader.OrderBy(notice => notice.Key, StringComparer.Ordinal).ToList();
            var person = await people.FindAsync(reader.Key, cancellationToken);
            await notices.RemindAsync(person, $"tell:{due[0].Key}:{person.Id}", due, now, cancellationToken);
        }
    }

    private async Task<ActionItemRights> RightsAsync(int incidentNumber, CancellationToken cancellationToken) =>
        await access.RightsAsync(
            await db.Incidents.AsNoTracking().SingleAsync(incident => incident.Number == incidentNumber, cancellationToken),
            cancellationToken);

    /// <summary>The lead and the facilitator, except the owner of the item unless there is no one else.</summary>
    private static List<PersonId> Readers(ActionItem item, ActionItemRights rights)
    {
        var inCharge = new[] { rights.Lead, rights.Facilitator }.OfType<PersonId>().Distinct().ToList();
        var others = inCharge.FindAll(person => person != item.Owner);
        return others.Count > 0 ? others : inCharge;
    }

    private IEnumerable<ItemNotice> Due(
        ActionItem item, PersonId reader, ActionItemRights rights, HashSet<string> sent, DateTimeOffset now)
    {
        if (item.ProposedAt is { } proposed
            && string.Create(CultureInfo.InvariantCulture, $"action:{item.Id:N}:Proposal:{proposed.ToUnixTimeMilliseconds()}") is var key
            && !sent.Contains(key))
        {
            yield return new ItemNotice(key, item.Id, NoticeKind.Proposal);
        }

        if (ActionReminders.Escalate(item, options.Value.Quiet.Calendar, now, sent) is { } reminder
            && Concerns(reminder.Kind, item, reader, rights))
        {
            yield return new ItemNotice(
                reminder.Key, item.Id, reminder.Kind == ActionReminderKind.OwnerWanted ? NoticeKind.OwnerWanted : NoticeKind.LongOverdue);
        }
    }

    /// <summary>Only the facilitator, or the lead without one, hears of a long overdue item, and never its owner.</summary>
    private static bool Concerns(ActionReminderKind kind, ActionItem item, PersonId reader, ActionItemRights rights) =>
        kind == ActionReminderKind.OwnerWanted || (reader != item.Owner && reader == (rights.Facilitator ?? rights.Lead));
}
