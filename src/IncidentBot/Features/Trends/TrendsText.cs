using System.Globalization;
using IncidentBot.Cards;
using IncidentBot.Domain.Recurrence;
using IncidentBot.Domain.Severities;
using IncidentBot.PostMortems.Figures;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Trends;

/// <summary>A figure in words.</summary>
/// <param name="Text">Its label and value.</param>
/// <param name="Figure">The figure whose list opens; null when there is nothing to list.</param>
internal sealed record TrendsLine(Mrkdwn Text, Figure? Figure);

/// <summary>The figures in words, the same in the modal and in a shared message.</summary>
internal static class TrendsText
{
    private const int BarLength = 10;
    private const int MostFacilitators = 5;
    private const int MostClasses = 3;

    public static Mrkdwn Heading(TrendsKey key)
    {
        var title = key.Page == TrendsPage.Health ? "Process health" : "Do causes come back?";
        return Mrkdwn.Text($"*{title}* · last {key.Months} months · {(key.Service.Length > 0 ? key.Service : "all services")}");
    }

    public static IReadOnlyList<TrendsLine> Lines(TrendsView view, DateTimeOffset now) =>
        view.Health is { } health ? [.. Of(health, now)] : [.. Of(view.Repeats!)];

    private static IEnumerable<TrendsLine> Of(RepeatsView view)
    {
        var top = view.Repeats.Top(MostClasses);
        yield return Line(
            Figure.Repeats,
            ShareWords.Of(view.Repeats.Rate),
            top.Count == 0
                ? Mrkdwn.Raw("No incident of this period has a cause class yet.")
                : Mrkdwn.Text($"Most frequent: {string.Join(", ", top.Select(each => Text($"{each.Class} ({each.Incidents})")))}"));
        yield return new TrendsLine(
            Mrkdwn.Join("\n", [Mrkdwn.Raw("*Repeats by month*"), .. view.Months.Select(Month)]), null);
        var (reads, actions) = (view.Reads, view.Actions);
        yield return Line(
            Figure.Read,
            ShareWords.Of(new Share(reads.Read, reads.WriteUps)),
            Mrkdwn.Text($"{IncidentWords.Count(reads.Readers, "reader", "readers")} in total"));
        yield return Line(Figure.ActionsDone, ShareWords.Of(new Share(actions.Done, actions.Decided)));
        yield return Line(Figure.ActionsVerified, ShareWords.Of(new Share(actions.Verified, actions.Done)));
        yield return Line(Figure.Reopened, Text($"{view.Reopened}"));
        yield return new TrendsLine(Mrkdwn.Text($"*Near misses:* {view.NearMisses}, counted apart from incidents"), null);
    }

    private static IEnumerable<TrendsLine> Of(HealthView view, DateTimeOffset now)
    {
        var coverage = RequiredCount.Coverage(view.Required);
        var waived = view.Required.Sum(each => each.Waived);
        yield return Line(
            Figure.Coverage,
            ShareWords.Of(coverage),
            coverage.Percent < HealthFigures.LowestCoverage
                ? Mrkdwn.Text($":warning: Below {HealthFigures.LowestCoverage} %: some required post-mortems are missing.")
                : Mrkdwn.Empty,
            waived > 0 ? Mrkdwn.Text($"{waived} waived") : Mrkdwn.Empty);
        yield return Line(Figure.OnTime, "", [.. view.Required.Where(each => each.Expected > 0).Select(each => Mrkdwn.Text(
            $"{SeverityLabels.Of(each.Severity)}: {ShareWords.Of(new Share(each.OnTime, each.Expected))}"))]);
        yield return Line(Figure.Publishing, Of(view.Publishing));
        yield return Line(Figure.DoneInTime, ShareWords.Of(view.DoneInTime), Mrkdwn.Text($"The field: {ActionFigures.UsualPercent} %"));
        yield return Line(Figure.OpenActions, view.Open.Count == 0
            ? "none"
            : Text($"{view.Open.Count}, half of them older than {Age(now - view.Open.Middle)}, the oldest {Age(now - view.Open.Oldest)}"));
        foreach (var (figure, times) in view.Times)
        {
            yield return Line(figure, Of(times));
        }

        yield return Line(Figure.Facilitators, view.Facilitators.Count == 0 ? "none yet" : "", Mrkdwn.Join(
            ", ",
            view.Facilitators.Take(MostFacilitators).Select(each => Mrkdwn.Text($"{Mrkdwn.User(each.Person.Value)} {each.Meetings}"))));
        yield return Line(Figure.SignOffs, ShareWords.Of(view.SignOffs));
    }

    private static TrendsLine Line(Figure figure, string value, params IReadOnlyList<Mrkdwn> more)
    {
        var label = FigureText.Of(figure).Label;
        var first = value.Length > 0 ? Mrkdwn.Text($"*{label}:* {value}") : Mrkdwn.Text($"*{label}*");
        return new TrendsLine(Mrkdwn.Join("\n", [first, .. more.Where(line => !line.IsEmpty)]), figure);
    }

    /// <summary>The words come first, for screen readers; the bar shows the same.</summary>
    private static Mrkdwn Month(RepeatMonth month)
    {
        var name = month.Start.ToString("MMM yyyy", CultureInfo.InvariantCulture);
        if (month.Share.Whole == 0)
        {
            return Mrkdwn.Text($"{name}: none");
        }

        var full = ((month.Share.Part * BarLength) + (month.Share.Whole / 2)) / month.Share.Whole;
        var bar = new string('▰', full) + new string('▱', BarLength - full);
        return Mrkdwn.Text($"{name}: {month.Share.Part} of {month.Share.Whole} {bar}");
    }

    public static string Of(Durations durations) => durations.Count switch
    {
        0 => "none measured yet",
        < Share.FewestForPercent => Text($"median {Age(durations.Median)} ({durations.Count} measured, too few for more)"),
        _ => string.Create(
            CultureInfo.InvariantCulture,
            $"median {Age(durations.Median)}, 95 % within {Age(durations.P95)}, longest {Age(durations.Longest)} "
                + $"({durations.Count} measured)"),
    };

    /// <summary>"14 min", "3 h", "12 days".</summary>
    public static string Age(TimeSpan? time) => time switch
    {
        null => "",
        { TotalDays: >= 2 } => Text($"{(int)time.Value.TotalDays} days"),
        { TotalHours: >= 2 } => Text($"{(int)time.Value.TotalHours} h"),
        _ => Text($"{(int)time.Value.TotalMinutes} min"),
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
