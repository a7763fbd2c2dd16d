using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Effects;
using IncidentBot.Effects.Reminders;
using IncidentBot.Jobs;
using IncidentBot.People;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.ActionItems;

/// <summary>
/// Asks the lead and the facilitator to act, until one of them does: on a proposed date, an item that needs another owner, or an item a
/// week overdue.
/// </summary>
internal sealed class RemindResponsible(
    IncidentDb db, ItemNotices notices, ItemAccess access, PeopleDirectory people, IOptions<RemindersOptions> options) : IReminderSource
{
    private static readonly HashSet<string> NothingSent = [];


    public async Task<IReadOnlyList<DueReminder>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var items = await notices.OpenItemsAsync(cancellationToken);
        var sent = await notices.SentAsync(now, cancellationToken);
        var found = new List<(PersonId Reader, ItemNotice Notice, ActionItem Item)>();
        var escalated = items.Where(item => ActionReminders.Escalate(item, options.Value.Quiet.Calendar, now, NothingSent) is not null);
        foreach (var incident in escalated.GroupBy(item => item.IncidentNumber))
        {
            var rights = await RightsAsync(incident.Key, cancellationToken);
            found.AddRange(
                from item in incident
                from reader in Readers(item, rights)
                let notice = Due(item, reader, rights, sent[reader].ToHashSet(StringComparer.Ordinal), now)
                where notice is not null
                select (reader, notice, item));
        }

        var readers = await people.FindAllAsync(found.Select(each => each.Reader).Distinct(), cancellationToken);
        return
        [
            .. found.GroupBy(each => each.Reader).Select(own =>
            {
                var due = own.OrderBy(each => each.Notice.Key, StringComparer.Ordinal).Select(each => (each.Notice, each.Item)).ToList();
                return ItemNotices.Section(readers[own.Key], $"tell:{due[0].Notice.Key}:{own.Key}", due, now);
            }),
        ];
    }

    private async Task<ActionItemRights> RightsAsync(int incidentNumber, CancellationToken cancellationToken) =>
        await access.RightsAsync(
            await db.Incidents.AsNoTracking().SingleAsync(incident => incident.Number == incidentNumber, cancellationToken),
            cancellationToken);

    /// <summary>The lead and the facilitator, except the owner of the item unless there is no one else.</summary>
    private static List<PersonId> Readers(ActionItem item, ActionItemRights rights)
    {
        var responsible = new[] { rights.Lead, rights.Facilitator }.OfType<PersonId>().Distinct().ToList();
        var others = responsible.FindAll(person => person != item.Owner);
        return others.Count > 0 ? others : responsible;
    }

    private ItemNotice? Due(
        ActionItem item, PersonId reader, ActionItemRights rights, HashSet<string> sent, DateTimeOffset now) =>
        ActionReminders.Escalate(item, options.Value.Quiet.Calendar, now, sent) is { } reminder
        && Concerns(reminder.Kind, item, reader, rights)
            ? new ItemNotice(reminder.Key, item.Id, KindOf(reminder.Kind))
            : null;

    private static NoticeKind KindOf(ActionReminderKind kind) => kind switch
    {
        ActionReminderKind.OwnerWanted => NoticeKind.OwnerWanted,
        ActionReminderKind.DateProposed => NoticeKind.Proposal,
        _ => NoticeKind.LongOverdue,
    };

    /// <summary>Only the facilitator, or the lead without one, hears of a long overdue item, and never its owner.</summary>
    private static bool Concerns(ActionReminderKind kind, ActionItem item, PersonId reader, ActionItemRights rights) =>
        kind is ActionReminderKind.OwnerWanted or ActionReminderKind.DateProposed
        || (reader != item.Owner && reader == (rights.Facilitator ?? rights.Lead));
}
