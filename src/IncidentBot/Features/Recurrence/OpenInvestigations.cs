using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Causes;
using IncidentBot.Domain.Recurrence;
using IncidentBot.Effects;
using IncidentBot.Jobs;
using IncidentBot.PostMortems.Causes;
using IncidentBot.PostMortems.Recurrence;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Recurrence;

/// <summary>
/// Looks at the classes that gaps got lately, or that were merged lately: three incidents in 90 days open an investigation in #incidents,
/// three in 180 days are only named there. Each once per class and quarter; a class with an open investigation gets no second one.
/// </summary>
internal sealed class OpenInvestigations(IncidentDb db, CauseHistory history, IncidentLinks links) : ISweep
{
    /// <summary>Longer than any outage. Gaps get their class through this service, so none is missed while it is down.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromDays(7);

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var touched = await TouchedAsync(now - Lately, cancellationToken);
        if (touched.Count == 0)
        {
            return;
        }

        var classes = await db.AllCauseClassesAsync(cancellationToken);
        foreach (var cause in touched.Select(classes.RootOf).OfType<CauseClass>().DistinctBy(cause => cause.Id))
        {
            await LookAtAsync(cause, classes.Parts(cause.Id), now, cancellationToken);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException exception) when (DuplicateKey.Is(exception))
            {
                // Another node opened it first.
            }

            db.ChangeTracker.Clear();
        }
    }

    private async Task<List<Guid>> TouchedAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var used = await db.GapCauses.AsNoTracking().Where(cause => cause.At >= since).Select(cause => cause.Class)
            .ToListAsync(cancellationToken);
        var merged = await db.CauseClasses.AsNoTracking().Where(cause => cause.MergedInto != null).ToListAsync(cancellationToken);
        return
        [
            .. used.Distinct(),
            .. merged.Where(cause => cause.History is [.., var last] && last.At >= since).Select(cause => cause.Id),
        ];
    }

    private async Task LookAtAsync(
        CauseClass cause, IReadOnlyList<Guid> parts, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var earlier = await db.Investigations.AsNoTracking().Where(each => parts.Contains(each.Class)).ToListAsync(cancellationToken);
        if (earlier.Exists(each => each.ClosedAt is null))
        {
            return;
        }

        var incidents = await history.OfAsync(parts, now - RepeatPattern.Recent - RepeatPattern.RecurringSpan, cancellationToken);
        var pattern = RepeatPattern.Find(
            incidents.Select(incident => new ClassedIncident(incident.Number, incident.StartedAt, [cause.Id])),
            earlier.Max(each => each.ClosedAt),
            now);
        if (pattern is null || earlier.Exists(each => each.Quarter == pattern.Quarter.ToString()))
        {
            return;
        }

        if (pattern.Level == RepeatLevel.Structural)
        {
            var opened = StructuralInvestigation.Open(Guid.CreateVersion7(now), cause.Id, pattern, now);
            db.Investigations.Add(opened);
            var card = new RefreshCard(BotMessageNames.Investigation, opened.Id.ToString("N"));
            db.Enqueue(InvestigationRedraws.LaneOf(opened), card, now);
            return;
        }

        var key = $"cause_recurring:{cause.Id:N}:{pattern.Quarter}";
        if (!await db.Outbox.AnyAsync(row => row.Key == key, cancellationToken))
        {
            var content = await RecurringAsync(cause, pattern, incidents, cancellationToken);
            await db.EnqueueOnceAsync($"cause:{cause.Id:N}", new Post(Address.Announcements, content), key, now, cancellationToken);
        }
    }

    private async Task<MessageContent> RecurringAsync(
        CauseClass cause, RepeatPattern pattern, IReadOnlyList<CauseIncident> all, CancellationToken cancellationToken)
    {
        var numbers = pattern.Incidents.Select(each => each.Number).ToHashSet();
        var incidents = all.Where(incident => numbers.Contains(incident.Number)).ToList();
        var places = await links.PlacesAsync(
            incidents.Where(incident => !incident.IsPrivate).Select(incident => incident.Number), cancellationToken);
        var actions = await history.ActionsAsync(incidents.SkipLast(1), pattern.Third.At, cancellationToken);
        var heading = Mrkdwn.Text($":repeat: *{Ordinals.Of(incidents.Count)} incident in half a year: {cause.Name}*");
        return new MessageContent(
            heading,
            new SectionBlock(Mrkdwn.Join("\n", [heading, .. InvestigationWords.Lines(incidents, places)])),
            new SectionBlock(Mrkdwn.Text($"*Earlier actions:* {actions.Sentence}")),
            new ActionsBlock(new Button(CauseActions.Open, "Open cause class") { Value = cause.Id.ToString("N") }));
    }
}
