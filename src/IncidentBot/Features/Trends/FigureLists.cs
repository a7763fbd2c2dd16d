using System.Globalization;
using IncidentBot.Cards;
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
/// <param name="Rows">The first ones; those of incidents that the reader may not see say only that there is one.</param>
internal sealed record FigureList(Figure Figure, int? Total, IReadOnlyList<FigureListRow> Rows);

/// <summary>One row: an incident, or null where the reader may not see it.</summary>
internal sealed record FigureListRow(int? Number, Mrkdwn Text);

/// <summary>Reads the list behind a figure, for one reader.</summary>
internal sealed class FigureLists(
    IncidentDb db, RepeatFigures repeats, HealthFigures health, ActionFigures actions, LearningFigures learning)
{
    public const int MostShown = 40;

    public async Task<FigureList> OfAsync(
        Figure figure, FigureWindow window, PersonId reader, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(figure, window, now, cancellationToken);
        var total = figure is Figure.ActionsDone or Figure.ActionsVerified or Figure.DoneInTime or Figure.OpenActions
            ? (int?)null
            : rows.Count;
        return new FigureList(figure, total, await ForReaderAsync([.. rows.Take(MostShown)], reader, cancellationToken));
    }

    private async Task<IReadOnlyList<FigureRow>> RowsAsync(
        Figure figure, FigureWindow window, DateTimeOffset now, CancellationToken cancellationToken) => figure switch
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
            Figure.Detecting or Figure.Acknowledging or Figure.Mitigating or Figure.Resolving =>
                Times(figure, await health.MomentsAsync(window, cancellationToken)),
            _ => [.. (await actions.RowsAsync(
                window, figure == Figure.DoneInTime, figure == Figure.OpenActions, MostShown, cancellationToken))
            .Select(each => Row(each, figure, now))],
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
    public static Modal Render(FigureList list)
    {
        var text = FigureText.Of(list.Figure);
        var more = list.Total - list.Rows.Count ?? 0;
        return new Modal("List")
        {
            Close = "Back",
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
                .. more > 0 ? [new ContextBlock(Mrkdwn.Text($"And {more} more"))] : Array.Empty<Block>(),
            ],
        };
    }
}
