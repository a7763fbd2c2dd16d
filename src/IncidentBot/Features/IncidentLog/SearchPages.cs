using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Search;
using IncidentBot.PostMortems.Search;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Features.IncidentLog;

/// <summary>What a search found, a page at a time, with the words that were looked for in bold.</summary>
internal sealed class SearchPages(IncidentSearch search, LogRows rows, NearMissRows nearMisses)
{
    public const int PageSize = 5;

    /// <summary>The longest search that a button can carry.</summary>
    public const int LongestText = 200;

    private const int MostPages = 20;

    /// <param name="reader">Who searches.</param>
    /// <param name="text">As typed.</param>
    /// <param name="skip">How many results come before this page.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<(Mrkdwn Heading, IReadOnlyList<Block> Blocks)> RenderAsync(
        PersonId reader, string text, int skip, CancellationToken cancellationToken)
    {
        var typed = SlackText.Truncate(text, LongestText);
        var results = await search.SearchAsync(reader, typed, Math.Min(skip, PageSize * MostPages), PageSize, cancellationToken);
        var shown = await ShownAsync(reader, results, cancellationToken);
        var heading = Mrkdwn.Text($"*Search: {typed}*");
        return (heading,
        [
            new SectionBlock(heading),
            .. results.MeantInstead.Count > 0 ? [new ContextBlock(Instead(results))] : Array.Empty<Block>(),
            .. shown,
            .. shown.Count == 0 ? [Nothing(typed, skip)] : Array.Empty<Block>(),
            new ActionsBlock([.. Buttons(typed, skip, results)]),
        ]);
    }

    /// <summary>What was found in its order, incidents and near misses.</summary>
    private async Task<IReadOnlyList<SectionBlock>> ShownAsync(
        PersonId reader, SearchResults results, CancellationToken cancellationToken)
    {
        var found = results.Found.ToLookup(each => NearMissNumber.IsOne(each.Hit.Number), each => each.Hit.Number);
        var visible = IncidentVisibility.SeenBy(reader);
        var incidents = (await rows.OfAsync([.. found[false]], visible, cancellationToken)).ToDictionary(row => row.Number);
        var others = (await nearMisses.OfAsync([.. found[true].Select(NearMissNumber.OfIndex)], visible, cancellationToken))
            .ToDictionary(row => NearMissNumber.InIndex(row.NearMiss.Number));
        return
        [
            .. results.Found.Select(each => others.TryGetValue(each.Hit.Number, out var nearMiss)
                ? nearMiss.Render(
                    Bold(Snippet.Mark(nearMiss.NearMiss.WhatHappened, results.Stems)),
                    Bold(Snippet.Mark(nearMiss.NearMiss.CaughtBy, results.Stems)))
                : Row(each, incidents[each.Hit.Number], results.Stems)),
        ];
    }

    private static Mrkdwn Instead(SearchResults results)
    {
        var words = results.MeantInstead.Select(word => Mrkdwn.Text($"*{Spelled(results, word)}*"));
        return Mrkdwn.Text($"Showing results for {Mrkdwn.Join(", ", words)}.");
    }

    /// <summary>The word itself and not its stem, as it stands in the first result.</summary>
    private static string Spelled(SearchResults results, string stem) => results.Found
        .SelectMany(found => found.Text.Fields).SelectMany(field => Snippet.Mark(field.Text, new HashSet<string>([stem])))
        .Where(part => part.IsMatch).Select(part => part.Text.ToLowerInvariant()).FirstOrDefault(stem);

    private static SectionBlock Row(FoundIncident found, LogRow row, IReadOnlySet<string> stems)
    {
        var title = Mrkdwn.Text($"*{LogWords.Heading(row)}*: {Bold(Snippet.Mark(found.Text.Title, stems))}");
        return Snippet.Of(found.Text, stems, "Title", "Service") is { } snippet
            ? LogWords.Row(row, title, Mrkdwn.Text($"{snippet.Label}: {Bold(snippet.Parts)}"))
            : LogWords.Row(row, title);
    }

    /// <summary>Slack shows a word in bold only between spaces and the like.</summary>
    private static Mrkdwn Bold(IEnumerable<SnippetPart> parts)
    {
        var all = parts.ToList();
        return Mrkdwn.Join("", all.Select((part, at) => part.IsMatch && StandsAlone(all, at)
            ? Mrkdwn.Text($"*{part.Text}*")
            : Mrkdwn.Escape(part.Text)));
    }

    private static bool StandsAlone(List<SnippetPart> parts, int at) =>
        (at == 0 || parts[at - 1].Text[^1] is ' ' or '\n' or '(')
        && (at == parts.Count - 1 || parts[at + 1].Text[0] is ' ' or '\n' or '.' or ',' or ';' or ':' or '!' or '?' or ')');

    private static SectionBlock Nothing(string typed, int skip) => new(
        skip > 0 ? Mrkdwn.Raw("No more results.")
        : SearchText.Stems(typed).Any() ? Mrkdwn.Raw("No incident has these words. Try fewer or other words, or look through the log.")
        : Mrkdwn.Raw("Search for what the incident was about, such as `connection pool`."));

    private static IEnumerable<IActionsElement> Buttons(string typed, int skip, SearchResults results)
    {
        if (skip > 0)
        {
            yield return Turn(LogActions.EarlierResults, "Back", typed, Math.Max(0, skip - PageSize));
        }

        if (results.HasMore && skip < PageSize * MostPages)
        {
            yield return Turn(LogActions.NextResults, "More results", typed, skip + PageSize);
        }

        yield return new Button(LogActions.OpenSearch, "Search again") { Value = "-" };
        yield return new Button(LogActions.Open, "Open the log") { Value = new LogPage(Domain.IncidentLog.LogFilter.None).Write() };
    }

    private static Button Turn(string action, string label, string typed, int skip) =>
        new(action, label) { Value = ButtonValue.Write(skip, Uri.EscapeDataString(typed)) };
}
