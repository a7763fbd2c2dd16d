using IncidentBot.Domain;
using IncidentBot.Domain.IncidentLog;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.IncidentLog;

/// <summary>The log, a page at a time. A page is found by its first row and not by counting, so the last page takes no longer.</summary>
internal sealed class LogPages(IncidentDb db, LogQuery query, LogRows rows, NearMissQuery nearMisses, NearMissRows nearMissRows)
{
    public const int PageSize = 10;

    /// <summary>The page for one reader, who alone sees it.</summary>
    /// <param name="reader">Who reads it.</param>
    /// <param name="page">Which page.</param>
    /// <param name="note">What is said above it; empty for nothing.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<(Mrkdwn Heading, IReadOnlyList<Block> Blocks)> RenderAsync(
        PersonId reader, LogPage page, Mrkdwn note, CancellationToken cancellationToken)
    {
        var found = await FindAsync(reader, page, cancellationToken);
        var shown = found.Ok ? await RowsAsync(reader, page.Filter, found.Value, cancellationToken) : [];
        var heading = Mrkdwn.Raw(LogWords.Title);
        Mrkdwn[] notes = [LogWords.Of(page.Filter), note, found.Ok ? Mrkdwn.Empty : Mrkdwn.Escape(found.Refusal.Sentence)];
        return (heading,
        [
            new HeaderBlock(LogWords.Title),
            .. notes.Where(each => !each.IsEmpty).Select(each => new ContextBlock(each)),
            .. shown,
            .. shown.Count == 0 && found.Ok ? await EmptyAsync(reader, page.Filter, cancellationToken) : [],
            new ActionsBlock([.. Buttons(page.Filter, found.Value)]),
        ]);
    }

    /// <summary>The rows of the page that everyone may see, and how many others it has.</summary>
    public async Task<(IReadOnlyList<SectionBlock> Public, int Private)> ShareAsync(
        PersonId reader, LogPage page, CancellationToken cancellationToken)
    {
        var found = await FindAsync(reader, page, cancellationToken);
        List<int> numbers = [.. found.Value?.Places.Select(place => place.Number) ?? []];
        if (page.Filter.NearMisses)
        {
            var all = await nearMissRows.OfAsync(numbers, IncidentVisibility.Listed, cancellationToken);
            return ([.. all.Select(row => row.Render())], 0);
        }

        var listed = await db.Incidents.AsNoTracking().Where(IncidentVisibility.Listed)
            .Where(incident => numbers.Contains(incident.Number)).Select(incident => incident.Number).ToListAsync(cancellationToken);
        var shown = await rows.OfAsync([.. numbers.Where(listed.Contains)], IncidentVisibility.Listed, cancellationToken);
        return ([.. shown.Select(LogWords.Row)], numbers.Count - listed.Count);
    }

    private async Task<IReadOnlyList<SectionBlock>> RowsAsync(
        PersonId reader, LogFilter filter, Selected selected, CancellationToken cancellationToken)
    {
        List<int> numbers = [.. selected.Places.Select(place => place.Number)];
        var visible = IncidentVisibility.SeenBy(reader);
        return filter.NearMisses
            ? [.. (await nearMissRows.OfAsync(numbers, visible, cancellationToken)).Select(row => row.Render())]
            : [.. (await rows.OfAsync(numbers, visible, cancellationToken)).Select(LogWords.Row)];
    }

    private async Task<Result<Selected>> FindAsync(PersonId reader, LogPage page, CancellationToken cancellationToken)
    {
        var (isNewer, from) = (page.IsNewer && page.From is not null, page.From);
        var ordered = page.Filter.NearMisses
            ? await NearMissesAsync(reader, page.Filter, from, isNewer, cancellationToken)
            : await IncidentsAsync(reader, page.Filter, from, isNewer, cancellationToken);
        if (!ordered.Ok)
        {
            return ordered.Refusal;
        }

        var places = await ordered.Value.Places.Take(PageSize + 1).ToListAsync(cancellationToken);
        var more = places.Count > PageSize;
        places = [.. places.Take(PageSize)];
        if (isNewer)
        {
            places.Reverse();
        }

        return new Selected(places, HasNewer: isNewer ? more : from is not null, HasOlder: isNewer || more);
    }

    private async Task<Result<Ordered>> IncidentsAsync(
        PersonId reader, LogFilter filter, LogPlace? from, bool isNewer, CancellationToken cancellationToken)
    {
        var selected = await query.FindAsync(reader, filter, cancellationToken);
        if (!selected.Ok)
        {
            return selected.Refusal;
        }

        var ordered = isNewer ? LogQuery.Newer(selected.Value.Incidents, from!) : LogQuery.Older(selected.Value.Incidents, from);
        return new Ordered(ordered.Select(incident => new LogPlace(incident.StartedAt, incident.Number)));
    }

    private async Task<Result<Ordered>> NearMissesAsync(
        PersonId reader, LogFilter filter, LogPlace? from, bool isNewer, CancellationToken cancellationToken)
    {
        var selected = await nearMisses.FindAsync(reader, filter, cancellationToken);
        if (!selected.Ok)
        {
            return selected.Refusal;
        }

        var ordered = isNewer
            ? NearMissQuery.Newer(selected.Value.NearMisses, from!)
            : NearMissQuery.Older(selected.Value.NearMisses, from);
        return new Ordered(ordered.Select(nearMiss => new LogPlace(nearMiss.ReportedAt, nearMiss.Number)));
    }

    private async Task<IReadOnlyList<Block>> EmptyAsync(PersonId reader, LogFilter filter, CancellationToken cancellationToken)
    {
        if (filter.NearMisses)
        {
            return [new SectionBlock(Mrkdwn.Raw("No near miss fits. My home tab has a button to report one, anonymously if you like."))];
        }

        if (filter == LogFilter.None && !await db.Incidents.Where(IncidentVisibility.SeenBy(reader)).AnyAsync(cancellationToken))
        {
            return [new SectionBlock(Mrkdwn.Raw("The log is empty. Each incident appears here as soon as it is declared."))];
        }

        var sentence = filter.Service is { } service ? $"No incident of a service “{service}” fits." : "No incident fits.";
        return [new SectionBlock(Mrkdwn.Text($"{sentence} Change the filter, or search for words with *Search*."))];
    }

    private static IEnumerable<IActionsElement> Buttons(LogFilter filter, Selected? selected)
    {
        if (selected is { HasNewer: true, Places: [var first, ..] })
        {
            yield return Turn(LogActions.Newer, "Newer", new LogPage(filter, first, IsNewer: true));
        }

        if (selected is { HasOlder: true, Places: [.., var last] })
        {
            yield return Turn(LogActions.Older, "Older", new LogPage(filter, last));
        }

        yield return new Button(LogActions.Filter, "Filter") { Value = new LogPage(filter).Write() };
        yield return new Button(LogActions.OpenSearch, "Search") { Value = "-" };
        if (selected is { Places: [var top, ..] })
        {
            yield return Turn(LogActions.Share, "Share in channel", new LogPage(filter, Above(top)));
            yield return new Button(LogActions.Export, "Export") { Value = new LogPage(filter).Write() };
        }
    }

    /// <summary>A place just above a row, so that a page that begins there begins with this row.</summary>
    private static LogPlace Above(LogPlace place) => place with { Number = place.Number + 1 };

    private static Button Turn(string action, string label, LogPage page) => new(action, label) { Value = page.Write() };

    private sealed record Ordered(IQueryable<LogPlace> Places);

    private sealed record Selected(IReadOnlyList<LogPlace> Places, bool HasNewer, bool HasOlder);
}
