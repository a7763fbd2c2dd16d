using System.Globalization;
using IncidentBot.Cards;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Recurrence;
using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Causes;
using IncidentBot.PostMortems.Figures;
using IncidentBot.PostMortems.Recurrence;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.Digests;

/// <summary>What the week says about learning: causes that came back, open investigations, and what was published.</summary>
internal sealed class LearningLines(IncidentDb db, IncidentLinks links, RepeatFigures repeats, IOptions<FollowUpOptions> options)
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>
    /// The incidents whose gap got its class in the week and whose cause was known. Private ones are a count. The class may be chosen weeks
    /// after the incident.
    /// </summary>
    public async Task<DigestPart> RepeatsAsync(
        DateTimeOffset monday, ServiceScope scope, CancellationToken cancellationToken)
    {
        var since = monday - Week;
        var classed = await (
            from cause in db.GapCauses.AsNoTracking()
            join incident in scope.Of(db.Incidents.AsNoTracking()).Where(IncidentMetrics.Counted)
                on cause.IncidentNumber equals incident.Number
            where cause.At >= since && cause.At < monday
            select new { incident.Number, incident.Title, incident.StartedAt, incident.IsPrivate }).Distinct()
            .ToListAsync(cancellationToken);
        if (classed.Count == 0)
        {
            return new DigestPart(Mrkdwn.Empty, [], Mrkdwn.Empty);
        }

        var from = classed.Min(each => each.StartedAt).AddMonths(-options.Value.LookBackMonths);
        var all = await repeats.InAsync(new FigureWindow(from, monday), cancellationToken);
        var again = all.Again.ToDictionary(repeat => repeat.Incident.Number, repeat => repeat.Known);
        var found = classed.FindAll(each => again.ContainsKey(each.Number));
        var open = found.FindAll(each => !each.IsPrivate);
        var shown = open.OrderBy(each => each.Number).Take(DigestPart.MostLines).ToList();
        var places = await links.PlacesAsync(shown.Select(each => each.Number), cancellationToken);
        return new DigestPart(
            Mrkdwn.Text($"*Causes that came back: {found.Count}*"),
            [
                .. shown.Select(each => new DigestLine(
                    Mrkdwn.Join(
                        " · ",
                        Mrkdwn.Text($"• Incident {each.Number}: {each.Title}"),
                        Mrkdwn.Text($"{string.Join(", ", again[each.Number].Select(cause => all.Classes.RootOf(cause)?.Name))}"),
                        Mrkdwn.Date(each.StartedAt, SlackDate.Day),
                        places[each.Number]),
                    new Button(CardActions.PostMortem, "Open") { Value = each.Number.ToString(CultureInfo.InvariantCulture) })),
                .. found.Count > open.Count
                    ? [new DigestLine(Mrkdwn.Text($"• {found.Count - open.Count} private"), null)]
                    : Array.Empty<DigestLine>(),
            ],
            Mrkdwn.Empty)
        {
            Total = open.Count + (found.Count > open.Count ? 1 : 0),
        };
    }

    /// <summary>Every open investigation with its age.</summary>
    public async Task<DigestPart> InvestigationsAsync(DateTimeOffset monday, CancellationToken cancellationToken)
    {
        var open = await db.Investigations.AsNoTracking().Where(each => each.ClosedAt == null).OrderBy(each => each.OpenedAt)
            .ToListAsync(cancellationToken);
        var classes = open.Count == 0 ? null : await db.AllCauseClassesAsync(cancellationToken);
        return new DigestPart(
            Mrkdwn.Text($"*Open structural investigations: {open.Count}*"),
            [.. open.Select(each => Line(each, classes!.RootOf(each.Class)?.Name ?? "", monday))],
            Mrkdwn.Empty);
    }

    /// <summary>The write-ups of public incidents that were published in the week, with how many people read them.</summary>
    public async Task<DigestPart> PublishedAsync(
        DateTimeOffset monday, ServiceScope scope, CancellationToken cancellationToken)
    {
        var since = monday - Week;
        var published = await (
            from postMortem in db.PostMortems.AsNoTracking()
            join incident in scope.Of(db.Incidents.AsNoTracking()).Where(IncidentVisibility.Listed).Where(IncidentMetrics.Counted)
                on postMortem.IncidentNumber equals incident.Number
            where postMortem.WriteUp.PublishedAt >= since && postMortem.WriteUp.PublishedAt < monday
            orderby postMortem.WriteUp.PublishedAt
            select new
            {
                incident.Number,
                incident.Title,
                At = postMortem.WriteUp.PublishedAt!.Value,
                Readers = db.WriteUpReaders.Count(reader => reader.IncidentNumber == incident.Number),
            }).ToListAsync(cancellationToken);
        var shown = published.Take(DigestPart.MostLines).ToList();
        var places = await links.PlacesAsync(shown.Select(each => each.Number), cancellationToken);
        return new DigestPart(
            Mrkdwn.Text($"*Published this week: {published.Count}*"),
            [
                .. shown.Select(each => new DigestLine(
                    Mrkdwn.Join(
                        " · ",
                        Mrkdwn.Text($"• Incident {each.Number}: {each.Title}"),
                        Mrkdwn.Text($"read by {each.Readers}"),
                        Mrkdwn.Date(each.At, SlackDate.Day),
                        places[each.Number]),
                    null)),
            ],
            Mrkdwn.Empty)
        {
            Total = published.Count,
        };
    }

    private static DigestLine Line(StructuralInvestigation investigation, string name, DateTimeOffset monday) => new(
        Mrkdwn.Join(
            " · ",
            Mrkdwn.Text($"• {name}"),
            Mrkdwn.Text($"open {InvestigationAge.Of(investigation, monday)}"),
            investigation.Owner is { } owner ? Mrkdwn.User(owner.Value) : Mrkdwn.Raw("*no owner*")),
        new Button(CauseActions.Open, "Open class") { Value = investigation.Class.ToString("N") });
}
