using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Domain.IncidentLog;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.IncidentLog;

/// <summary>A page of the log as a button asks for it.</summary>
/// <param name="Filter">Which incidents.</param>
/// <param name="From">The row beside which the page begins; null for the newest.</param>
/// <param name="IsNewer">Whether the page ends above that row instead of beginning below it.</param>
internal sealed record LogPage(LogFilter Filter, LogPlace? From = null, bool IsNewer = false)
{
    public string Write() => ButtonValue.Write(
        Filter.Write(), From?.StartedAt.UtcTicks, From?.Number, IsNewer ? 1 : 0);

    public static LogPage Read(string? value)
    {
        var parts = ButtonValue.Read(value);
        var ticks = parts.Seconds(1);
        return new LogPage(
            LogFilter.Read(parts.Text()),
            ticks > 0 && ticks <= DateTime.MaxValue.Ticks ? new LogPlace(new DateTimeOffset(ticks, TimeSpan.Zero), parts.Number(2)) : null,
            parts.Number(3) == 1);
    }
}

/// <summary>The log, a page at a time. A page is found by its first row and not by counting, so the last page takes no longer.</summary>
internal sealed class LogPages(IncidentDb db, LogQuery query, LogRows rows)
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
        var shown = found.Ok ? await rows.OfAsync(found.Value.Numbers, cancellationToken) : [];
        var heading = Mrkdwn.Raw(LogWords.Title);
        Mrkdwn[] notes = [LogWords.Of(page.Filter), note, found.Ok ? Mrkdwn.Empty : Mrkdwn.Escape(found.Refusal.Sentence)];
        return (heading,
        [
            new HeaderBlock(LogWords.Title),
            .. notes.Where(each => !each.IsEmpty).Select(each => new ContextBlock(each)),
            .. shown.Select(LogWords.Row),
            .. shown.Count == 0 && found.Ok ? await EmptyAsync(reader, page.Filter, cancellationToken) : [],
            new ActionsBlock([.. Buttons(page.Filter, shown, found.Value)]),
        ]);
    }

    /// <summary>The rows of the page that everyone may see, and how many others it has.</summary>
    public async Task<(IReadOnlyList<LogRow> Public, int Private)> ShareAsync(
        PersonId reader, LogPage page, CancellationToken cancellationToken)
    {
        var found = await FindAsync(reader, page, cancellationToken);
        var numbers = found.Value?.Numbers ?? [];
        var listed = await db.Incidents.AsNoTracking().Where(IncidentVisibility.Listed)
            .Where(incident => numbers.Contains(incident.Number)).Select(incident => incident.Number).ToListAsync(cancellationToken);
        return (await rows.OfAsync([.. numbers.Where(listed.Contains)], cancellationToken), numbers.Count - listed.Count);
    }

    private async Task<Result<Selected>> FindAsync(PersonId reader, LogPage page, CancellationToken cancellationToken)
    {
        var selected = await query.FindAsync(reader, page.Filter, cancellationToken);
        if (!selected.Ok)
        {
            return selected.Refusal;
        }

        var (isNewer, from) = (page.IsNewer && page.From is not null, page.From);
        var ordered = isNewer ? LogQuery.Newer(selected.Value.Incidents, from!) : LogQuery.Older(selected.Value.Incidents, from);
        var numbers = await ordered.Select(incident => incident.Number).Take(PageSize + 1).ToListAsync(cancellationToken);
        var more = numbers.Count > PageSize;
        numbers = [.. numbers.Take(PageSize)];
        if (isNewer)
        {
            numbers.Reverse();
        }

        return new Selected(numbers, HasNewer: isNewer ? more : from is not null, HasOlder: isNewer || more);
    }

    private async Task<IReadOnlyList<Block>> EmptyAsync(PersonId reader, LogFilter filter, CancellationToken cancellationToken)
    {
        if (filter == LogFilter.None && !await db.Incidents.Where(IncidentVisibility.SeenBy(reader)).AnyAsync(cancellationToken))
        {
            return [new SectionBlock(Mrkdwn.Raw("The log is empty. Each incident appears here as soon as it is declared."))];
        }

        var sentence = filter.Service is { } service ? $"No incident of a service “{service}” fits." : "No incident fits.";
        return [new SectionBlock(Mrkdwn.Text($"{sentence} Change the filter, or search for words with *Search*."))];
    }

    private static IEnumerable<IActionsElement> Buttons(LogFilter filter, IReadOnlyList<LogRow> shown, Selected? selected)
    {
        if (selected is { HasNewer: true } && shown.Count > 0)
        {
            yield return Turn(LogActions.Newer, "Newer", new LogPage(filter, shown[0].Place, IsNewer: true));
        }

        if (selected is { HasOlder: true } && shown.Count > 0)
        {
            yield return Turn(LogActions.Older, "Older", new LogPage(filter, shown[^1].Place));
        }

        yield return new Button(LogActions.Filter, "Filter") { Value = new LogPage(filter).Write() };
        yield return new Button(LogActions.OpenSearch, "Search") { Value = "-" };
        if (shown.Count > 0)
        {
            yield return Turn(LogActions.Share, "Share in channel", new LogPage(filter, Above(shown[0].Place)));
            yield return new Button(LogActions.Export, "Export") { Value = new LogPage(filter).Write() };
        }
    }

    /// <summary>A place just above a row, so that a page that begins there begins with this row.</summary>
    private static LogPlace Above(LogPlace place) => place with { Number = place.Number + 1 };

    private static Button Turn(string action, string label, LogPage page) => new(action, label) { Value = page.Write() };

    private sealed record Selected(IReadOnlyList<int> Numbers, bool HasNewer, bool HasOlder);
}
