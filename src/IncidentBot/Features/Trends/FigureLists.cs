using System.Globalization;
using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Incidents;
using IncidentBot.PostMortems.Figures;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Trends;

/// <summary>The list that a figure counts.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Total">How many rows there are.</param>
/// <param name="Skip">How many come before the page.</param>
/// <param name="Rows">A page of them; those of incidents that the reader may not see say only that there is one.</param>
internal sealed record FigureList(Figure Figure, int Total, int Skip, IReadOnlyList<FigureListRow> Rows);

/// <summary>One row: an incident, or null where the reader may not see it.</summary>
internal sealed record FigureListRow(int? Number, Mrkdwn Text);

/// <summary>Reads the list behind a figure, for one reader.</summary>
internal sealed class FigureLists(
    IncidentDb db, RepeatFigures repeats, HealthFigures health, ActionFigures actions, LearningFigures learning)
{
    public const int MostShown = 40;

    public async Task<FigureList> OfAsync(
        Figure figure, FigureWindow window, PersonId reader, (int Skip, DateTimeOffset Now) page, CancellationToken cancellationToken)
    {
        if (figure is Figure.ActionsDone or Figure.ActionsVerified or Figure.DoneInTime or Figure.OpenActions)
        {
            var (items, count) = await actions.RowsAsync(
                window, figure == Figure.DoneInTime, figure == Figure.OpenActions, (page.Skip, MostShown), cancellationToken);
            var shown = items.Select(each => Row(each, figure, page.Now)).ToList();
            return new FigureList(figure, count, page.Skip, await ForReaderAsync(shown, reader, cancellationToken));
        }

        var rows = await RowsAsync(figure, window, cancellationToken);
        return new FigureList(
            figure, rows.Count, page.Skip, await ForReaderAsync([.. rows.Skip(page.Skip).Take(MostShown)], reader, cancellationToken));
    }

    private async Task<IReadOnlyList<FigureRow>> RowsAsync(
        Figure figure, FigureWindow window, CancellationToken cancellationToken) => figure switch
        {
            Figure.Repeats => (await repeats.InAsync(window, cancellationToken)).Rows(),
            Figure.Read => [.. (await learning.ReadersAsync(window, cancellationToken)).Select(each =>
            new FigureRow(each.Number, IncidentWords.Count(each.Readers, "reader", "readers")))],
            Figure.Reopened => [.. (await learning.ReopenedAsync(window, cancellationToken)).Select(number => new FigureRow(number, ""))],
            Figure.Coverage or Figure.OnTime => [.. (await health.DueAsync(window, cancellationToken)).Select(Row)],
            Figure.Publishing => [.. (await health.PublishedAsync(window, cancellationToken)).Select(each =>
            new FigureRow(each.Number, TrendsText.Age(each.Took)))],
            Figure.Facilitators => [.. (await health.FacilitatedAsync(window, cancellationToken)).Select(each =>
            new FigureRow(each.Number, Mrkdwn.User(each.Person.Value).ToString()))],
            Figure.SignOffs => [.. (await health.SignOffsAsync(window, cancellationToken)).Select(each =>
            new FigureRow(each.Number, each.IsSigned ? "signed off" : "not signed off"))],
            _ => Times(figure, await health.MomentsAsync(window, cancellationToken)),
        };

    private static FigureRow Row(DuePost due) => new(due.Number, due switch
    {
        { IsWaived: true } => "waived",
        { DoneAt: null } => "not held",
        { IsOnTime: true } => "on time",
        _ => $"{TrendsText.Age(due.DoneAt - due.DueAt)} late",
    });

    private static FigureRow Row(ActionRow action, Figure figure, DateTimeOffset now) => new(
        action.Number,
        $"“{action.Text}” · " + action switch
        {
            { State: ActionState.Done, Verdict: EffectivenessVerdict.Achieved } when figure == Figure.ActionsVerified => "verified",
            { State: ActionState.Done } when figure == Figure.ActionsVerified => "done, not verified",
            { State: ActionState.Done } => $"done after {TrendsText.Age(action.ClosedAt - action.CreatedAt)}",
            { State: ActionState.Dropped } => "dropped",
            _ => $"open for {TrendsText.Age(now - action.CreatedAt)}",
        });

    private static List<FigureRow> Times(Figure figure, IReadOnlyList<Moments> moments)
    {
        var ends = MomentFigures.All.First(each => each.Figure == figure).Ends;
        return
        [
            .. moments.Select(each => (each.Number, Took: each.Until(ends))).Where(each => each.Took >= TimeSpan.Zero)
                .Select(each => new FigureRow(each.Number, TrendsText.Age(each.Took))),
        ];
    }

    private async Task<IReadOnlyList<FigureListRow>> ForReaderAsync(
        List<FigureRow> rows, PersonId reader, CancellationToken cancellationToken)
    {
        var numbers = rows.Select(row => row.Number).Distinct().ToList();
        var seen = await db.Incidents.AsNoTracking().Where(IncidentVisibility.SeenBy(reader))
            .Where(incident => numbers.Contains(incident.Number))
            .Select(incident => new { incident.Number, incident.Title, incident.StartedAt })
            .ToDictionaryAsync(incident => incident.Number, cancellationToken);
        return rows.ConvertAll(row => seen.TryGetValue(row.Number, out var incident)
            ? new FigureListRow(row.Number, Mrkdwn.Join(
                "\n",
                Mrkdwn.Text($"*Incident {row.Number}: {incident.Title}* · {Mrkdwn.Date(incident.StartedAt, SlackDate.Day)}"),
                Detail(row.Detail)))
            : new FigureListRow(null, Mrkdwn.Raw("_Private incident_")));
    }

    /// <summary>A mention of a person is markup; everything else is text.</summary>
    private static Mrkdwn Detail(string detail) =>
        detail.StartsWith("<@", StringComparison.Ordinal) ? Mrkdwn.Raw(detail) : Mrkdwn.Escape(detail, 400);
}

/// <summary>The list that a figure counts, and how the figure is computed.</summary>
internal static class FigureModal
{
    /// <param name="list">The page.</param>
    /// <param name="key">The trends from which it was opened, to turn the page.</param>
    public static Modal Render(FigureList list, string key)
    {
        var text = FigureText.Of(list.Figure);
        return new Modal("List")
        {
            Close = "Back",
            PrivateMetadata = key,
            Blocks =
            [
                new SectionBlock(Mrkdwn.Text($"*{text.Label}*\n{text.Computed}")),
                .. list.Rows.Count == 0 ? [new SectionBlock(Mrkdwn.Raw("Nothing to list in this period."))] : Array.Empty<Block>(),
                .. list.Rows.Select(row => new SectionBlock(row.Text)
                {
                    Accessory = row.Number is { } number
                        ? new Button(CardActions.PostMortem, "Open") { Value = number.ToString(CultureInfo.InvariantCulture) }
                        : null,
                }),
                .. Footer(list),
            ],
        };
    }

    /// <summary>Where the page stands and how to turn it; nothing when all rows are shown.</summary>
    private static IEnumerable<Block> Footer(FigureList list)
    {
        if (list.Total <= list.Rows.Count)
        {
            yield break;
        }

        yield return new ContextBlock(Mrkdwn.Text($"{list.Skip + 1} to {list.Skip + list.Rows.Count} of {list.Total}"));
        List<IActionsElement> turns = [];
        if (list.Skip > 0)
        {
            turns.Add(Turn(TrendsModal.ListBack, "Previous page", list, Math.Max(0, list.Skip - FigureLists.MostShown)));
        }

        if (list.Skip + list.Rows.Count < list.Total)
        {
            turns.Add(Turn(TrendsModal.ListNext, "Next page", list, list.Skip + FigureLists.MostShown));
        }

        yield return new ActionsBlock([.. turns]);
    }

    private static Button Turn(string action, string label, FigureList list, int skip) =>
        new(action, label) { Value = ButtonValue.Write(list.Figure.ToString(), skip) };
}
