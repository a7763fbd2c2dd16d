using System.Runtime.CompilerServices;
using IncidentBot.Cards.Redrawing;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Causes;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Recurrence;
using IncidentBot.Effects;
using IncidentBot.PostMortems.Causes;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Recurrence;

/// <summary>
/// Investigations are drawn again when they change, when their class or their incidents do, and when an earlier action is done. Closed ones
/// too, because an incident that becomes private must disappear from them.
/// </summary>
internal sealed class InvestigationRedraws : IRedrawRule
{
    /// <summary>What the card shows of an incident, and what decides whether it counts.</summary>
    private static readonly string[] Shown =
    [
        nameof(Incident.Title), nameof(Incident.IsPrivate), nameof(Incident.IsDrill), nameof(Incident.StartedAt),
        nameof(Incident.CancelReason),
    ];

    private static readonly string[] ShownOfClass = [nameof(CauseClass.Name), nameof(CauseClass.MergedInto)];

    /// <summary>Each investigation has a lane of its own.</summary>
    public static string LaneOf(StructuralInvestigation investigation) => $"investigation:{investigation.Id:N}";

    public async IAsyncEnumerable<Redraw> FindAsync(
        SavedChanges changes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var investigation in changes.Of<StructuralInvestigation>().Except(changes.Added<StructuralInvestigation>()))
        {
            yield return Card(investigation);
            var subject = investigation.Id.ToString("N") + ":";
            var asked = await changes.Db.ReminderLines.AsNoTracking()
                .Where(line => line.Message != null && line.Card == BotMessageNames.InvestigationDue && line.Subject.StartsWith(subject))
                .Select(line => new { line.Reader, line.Message }).Distinct().ToListAsync(cancellationToken);
            foreach (var sent in asked)
            {
                yield return new Redraw(Lane.Person(sent.Reader), new RefreshCard(BotMessageNames.Reminders, sent.Message!));
            }
        }

        foreach (var investigation in await ShowingAsync(changes, cancellationToken))
        {
            yield return Card(investigation);
        }
    }

    private static Redraw Card(StructuralInvestigation investigation) =>
        Redraw.Of(LaneOf(investigation), BotMessageNames.Investigation, investigation.Id.ToString("N"));

    /// <summary>The investigations that show what is changed.</summary>
    private static async Task<IReadOnlyList<StructuralInvestigation>> ShowingAsync(
        SavedChanges changes, CancellationToken cancellationToken)
    {
        var numbers = changes.Of<Incident>(Shown).Select(incident => incident.Number)
            .Concat(changes.Of<ActionItem>().Select(item => item.IncidentNumber)).Distinct().ToList();
        var used = changes.Of<GapCause>().Select(cause => cause.Class)
            .Concat(changes.Of<CauseClass>(ShownOfClass).Select(cause => cause.Id)).ToList();
        if (numbers.Count > 0)
        {
            used.AddRange(await changes.Db.GapCauses.AsNoTracking().Where(cause => numbers.Contains(cause.IncidentNumber))
                .Select(cause => cause.Class).ToListAsync(cancellationToken));
        }

        return used.Count == 0 ? [] : await OfClassesAsync(changes.Db, used, cancellationToken);
    }

    private static async Task<IReadOnlyList<StructuralInvestigation>> OfClassesAsync(
        IncidentDb db, List<Guid> used, CancellationToken cancellationToken)
    {
        if (!await db.Investigations.AnyAsync(cancellationToken))
        {
            return [];
        }

        var classes = await db.AllCauseClassesAsync(cancellationToken);
        var all = used.Select(id => classes.RootOf(id)?.Id).OfType<Guid>().Distinct().SelectMany(classes.Parts).Concat(used)
            .Distinct().ToList();
        return await db.Investigations.AsNoTracking().Where(each => all.Contains(each.Class)).ToListAsync(cancellationToken);
    }
}
