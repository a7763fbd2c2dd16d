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
internal sealed record FigureList(Figure Figure, int Total, IReadOnlyList<FigureListRow> Rows);

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
        var list = await ListAsync(figure, window, now, cancellationToken);
        return new FigureList(figure, list.Total, await ForReaderAsync(list.Rows, reader, cancellationToken));
    }

    private async Task<Listed<FigureLine>> ListAsync(
        Figure figure, FigureWindow window, DateTimeOffset now, CancellationToken cancellationToken) => figure switch
        {
            Figure.Repeats => (await repeats.InAsync(window, cancellationToken)).Rows(MostShown),
            Figure.Read => (await learning.ReadersAsync(window, MostShown, cancellationToken)).Select(each =>
                new FigureLine(each.Number, IncidentWords.Count(each.Readers, "reader", "readers"))),
            Figure.Reopened => (await learning.ReopenedRowsAsync(window, MostShown, cancellationToken)).Select(number =>
                new FigureLine(number, "")),
            Figure.Coverage or Figure.OnTime => (await health.DueAsync(window, MostShown, cancellationToken)).Select(Line),
            Figure.Publishing => (await health.PublishedAsync(window, MostShown, cancellationToken)).Select(Line),
            Figure.Facilitators => (await health.FacilitatedAsync(window, MostShown, cancellationToken)).Select(each =>
                new FigureLine(each.IncidentNumber, Mrkdwn.User(each.Facilitator!.Value.Value).ToString())),
            Figure.SignOffs => (await health.SignOffRowsAsync(window, MostShown, cancellationToken)).Select(each =>
                new FigureLine(each.Number, each.IsSigned ? "signed off" : "not signed off")),
            Figure.Detecting or Figure.Acknowledging or Figure.Mitigating or Figure.Resolving => (await health.TimedAsync(
                window, TimeFigures.All.First(each => each.Figure == figure).Seconds, MostShown, cancellationToken)).Select(Line),
            _ => (await actions.RowsAsync(
                window, figure == Figure.DoneInTime, figure == Figure.OpenActions, MostShown, cancellationToken))
                .Select(each => Line(each, figure, now)),
        };

    private static FigureLine Line(TimedRow timed) => new(timed.Number, TrendsText.Age(timed.Took));

    private static FigureLine Line(DuePost due) => new(due.Number, due switch
    {
        { IsWaived: true } => "waived",
        { DoneAt: null } => "not held",
        { IsOnTime: true } => "on time",
        _ => $"{TrendsText.Age(due.DoneAt - due.DueAt)} late",
    });

    private static FigureLine Line(ActionRow action, Figure figure, DateTimeOffset now) => new(
        action.Number,
        $"“{action.Text}” · " + action switch
        {
            { State: ActionState.Done, Verdict: EffectivenessVerdict.Achieved } when figure == Figure.ActionsVerified => "verified",
            { State: ActionState.Done } when figure == Figure.ActionsVerified => "done, not verified",
            { State: ActionState.Done } => $"done after {TrendsText.Age(action.ClosedAt - action.CreatedAt)}",
            { State: ActionState.Dropped } => "dropped",
            _ => $"open for {TrendsText.Age(now - action.CreatedAt)}",
        });

    private async Task<IReadOnlyList<FigureListRow>> ForReaderAsync(
        IReadOnlyList<FigureLine> rows, PersonId reader, CancellationToken cancellationToken)
    {
        var numbers = rows.Select(row => row.Number).Distinct().ToList();
        var seen = await db.Incidents.AsNoTracking().Where(IncidentVisibility.SeenBy(reader))
            .Where(incident => numbers.Contains(incident.Number))
            .Select(incident => new { incident.Number, incident.Title, incident.StartedAt })
            .ToDictionaryAsync(incident => incident.Number, cancellationToken);
        return [.. rows.Select(row => seen.TryGetValue(row.Number, out var incident)
            ? new FigureListRow(row.Number, Mrkdwn.Join(
                "\n",
                Mrkdwn.Text($"*Incident {row.Number}: {incident.Title}* · {Mrkdwn.Date(incident.StartedAt, SlackDate.Day)}"),
                Detail(row.Detail)))
            : new FigureListRow(null, Mrkdwn.Raw("_Private incident_")))];
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
        var more = list.Total - list.Rows.Count;
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
