using System.Globalization;
using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Recurrence;
using IncidentBot.PostMortems.Figures;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Digests;

/// <summary>
/// One quarter on one page, for planning the next: incidents by severity, repeats compared with the quarter before, causes, coverage,
/// actions and open investigations. Counts only, so it can be projected; private incidents count.
/// </summary>
internal sealed class QuarterlyPage(
    IncidentDb db, RepeatFigures repeats, HealthFigures health, ActionFigures actions, LearningLines learning)
{
    private const int MostClasses = 5;
    private const int MostInvestigations = 10;

    /// <summary>Null when the quarter had no incident.</summary>
    public async Task<MessageContent?> RenderAsync(Quarter quarter, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var window = new FigureWindow(quarter.Start, quarter.End);
        var severities = await db.StartedIn(window).GroupBy(incident => incident.Severity)
            .Select(of => new { Severity = of.Key, Count = of.Count() }).OrderBy(each => each.Severity).ToListAsync(cancellationToken);
        if (severities.Count == 0)
        {
            return null;
        }

        var heading = Mrkdwn.Text($"*Incidents in {quarter}*");
        return new MessageContent(
            heading,
            [
                new HeaderBlock(Text($"Incidents in {quarter}")),
                new SectionBlock(Mrkdwn.Join("\n", [
                    Mrkdwn.Text($"*Incidents:* {severities.Sum(each => each.Count)}"),
                    .. severities.Select(each => Mrkdwn.Text($"{IncidentWords.Of(each.Severity)}: {each.Count}")),
                ])),
                new SectionBlock(await RepeatsAsync(quarter, window, cancellationToken)),
                new SectionBlock(await FollowedUpAsync(window, cancellationToken)),
                .. await InvestigationsAsync(now, cancellationToken),
                new ContextBlock(Mrkdwn.Raw(
                    "Drills, cancelled incidents and duplicates are left out. Open the trends for the lists behind these figures.")),
            ]);
    }

    private async Task<Mrkdwn> RepeatsAsync(Quarter quarter, FigureWindow window, CancellationToken cancellationToken)
    {
        var current = await repeats.InAsync(window, cancellationToken);
        var before = await repeats.InAsync(new FigureWindow(quarter.Previous.Start, quarter.Previous.End), cancellationToken);
        var top = current.Top(MostClasses);
        return Mrkdwn.Join(
            "\n",
            [
                Mrkdwn.Text($"*Repeat incidents:* {ShareWords.Of(current.Rate)}"),
                Mrkdwn.Text($"The quarter before: {ShareWords.Of(before.Rate)}"),
                .. top.Count > 0 ? [Mrkdwn.Raw("*Most frequent causes*")] : Array.Empty<Mrkdwn>(),
                .. top.Select(each => Mrkdwn.Text($"• {each.Class}: {each.Incidents}")),
            ]);
    }

    private async Task<Mrkdwn> FollowedUpAsync(FigureWindow window, CancellationToken cancellationToken)
    {
        var required = await health.RequiredAsync(window, cancellationToken);
        var decided = await actions.DecidedAsync(window, cancellationToken);
        return Mrkdwn.Join(
            "\n",
            Mrkdwn.Text($"*Required post-mortems held:* {ShareWords.Of(RequiredCount.Coverage(required))}"),
            Mrkdwn.Text($"*Actions done:* {ShareWords.Of(new Share(decided.Done, decided.Decided))}"),
            Mrkdwn.Text($"*Actions verified:* {ShareWords.Of(new Share(decided.Verified, decided.Done))}"));
    }

    private async Task<IEnumerable<Block>> InvestigationsAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var part = await learning.InvestigationsAsync(now, cancellationToken);
        return part.Lines.Count == 0
            ? []
            : [new SectionBlock(Mrkdwn.Join("\n", part.Lines.Take(MostInvestigations).Select(line => line.Text).Prepend(part.Heading)))];
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
