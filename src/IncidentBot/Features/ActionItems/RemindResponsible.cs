using System.Globalization;
using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Jobs;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.ActionItems;

/// <summary>
/// Notifies lead and facilitator of decisions: a proposed date, an item that needs another owner, or one that is a week
/// overdue. One DM with everything new, in the reader's working hours.
/// </summary>
internal sealed class RemindResponsible(
    IncidentDb db, ItemNotices notices, ItemAccess access, ItemOwners people, IOptions<RemindersOptions> options) : ISweep
{
    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var items = await notices.OpenItemsAsync(cancellationToken);
        var sent = await notices.SentAsync(now, cancellationToken);
        var wanted = new List<(PersonId Reader, ItemOccurrence What)>();
        foreach (var incident in items.GroupBy(item => item.IncidentNumber))
        {
            var rights = await RightsAsync(incident.Key, cancellationToken);
            wanted.AddRange(incident.SelectMany(item => Readers(item, rights)
                .SelectMany(reader => Due(item, reader, rights, sent[reader].ToHashSet(StringComparer.Ordinal), now)
                    .Select(what => (reader, what)))));
        }

        foreach (var reader in wanted.GroupBy(each => each.Reader, each => each.What))
        {
            if (!options.Value.Quiet.IsQuiet(now, await people.ZoneAsync(reader.Key, cancellationToken)))
            {
                var whats = reader.OrderBy(what => what.Key, StringComparer.Ordinal).ToList();
                await notices.SendAsync(reader.Key, $"tell:{whats[0].Key}:{reader.Key}", whats, now, cancellationToken);
            }
        }
    }

    private async Task<ActionItemRights> RightsAsync(int incidentNumber, CancellationToken cancellationToken) =>
        await access.RightsAsync(
            await db.Incidents.AsNoTracking().SingleAsync(incident => incident.Number == incidentNumber, cancellationToken),
            cancellationToken);

    /// <summary>Who decides; the owner only when there is no one else.</summary>
    private static List<PersonId> Readers(ActionItem item, ActionItemRights rights)
    {
        var inCharge = new[] { rights.Lead, rights.Facilitator }.OfType<PersonId>().Distinct().ToList();
        var others = inCharge.FindAll(person => person != item.Owner);
        return others.Count > 0 ? others : inCharge;
    }

    private IEnumerable<ItemOccurrence> Due(
        ActionItem item, PersonId reader, ActionItemRights rights, HashSet<string> sent, DateTimeOffset now)
    {
        if (item.ProposedAt is { } proposed
            && string.Create(CultureInfo.InvariantCulture, $"action:{item.Id:N}:Proposal:{proposed.ToUnixTimeMilliseconds()}") is var key
            && !sent.Contains(key))
        {
            yield return new ItemOccurrence(key, item.Id, NoticeKind.Proposal);
        }

        if (ActionReminders.Escalate(item, options.Value.Quiet.Calendar, now, sent) is { } reminder
            && Concerns(reminder.Kind, item, reader, rights))
        {
            yield return new ItemOccurrence(
                reminder.Key, item.Id, reminder.Kind == ActionReminderKind.OwnerWanted ? NoticeKind.OwnerWanted : NoticeKind.LongOverdue);
        }
    }

    /// <summary>A long overdue item brings in the facilitator; the lead only while no one facilitates, and never its own owner.</summary>
    private static bool Concerns(ActionReminderKind kind, ActionItem item, PersonId reader, ActionItemRights rights) =>
        kind == ActionReminderKind.OwnerWanted || (reader != item.Owner && reader == (rights.Facilitator ?? rights.Lead));
}
