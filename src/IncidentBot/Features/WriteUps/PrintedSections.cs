using System.Globalization;
using IncidentBot.Cards;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timelines;
using IncidentBot.Domain.WriteUps;
using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Causes;

namespace IncidentBot.Features.WriteUps;

/// <summary>The sections of the write-up as Markdown; empty when there is nothing to print.</summary>
internal static class PrintedSections
{
    public static string Summary(WriteUpDocument writeUp) =>
        writeUp.PostMortemView.Summary is { Length: > 0 } summary ? MarkdownText.Paragraphs(summary) : "Not written yet.";

    public static string Points(IEnumerable<string> points) => MarkdownText.Points(points.Select(MarkdownText.Start));

    public static string Impact(WriteUpDocument writeUp) => MarkdownText.Points(Impact(writeUp.PostMortemView.Impact));

    public static string Gaps(WriteUpDocument writeUp) =>
        MarkdownText.Points(writeUp.Gaps.All.Select(gap => Gap(gap, gap == writeUp.Gaps.Longest))
            .Concat(writeUp.Gaps is { All.Count: > 0, Unknown: { Length: > 0 } unknown } ? [$"Not known: {unknown}"] : []));

    public static string StructuralGap(WriteUpDocument writeUp) => MarkdownText.Joined(
        MarkdownText.Start(writeUp.Document.WhyChain.StructuralGap),
        Cause(writeUp, writeUp.Document.WhyChain),
        Narrative(writeUp.Document.WhyChain));

    public static string Whys(WriteUpDocument writeUp) => MarkdownText.Joined(writeUp.Document.WhyChains
        .Select((chain, index) => Whys(writeUp, chain, index == 0 ? writeUp.GapTitle : "Another structural gap")));

    public static string Learnings(WriteUpDocument writeUp) => MarkdownText.Points(Ordered(writeUp).Select(Learning));

    /// <summary>The follow-up reviews, and the last due date.</summary>
    public static string FollowUp(WriteUpDocument writeUp) => MarkdownText.Points(Reviews(writeUp.PostMortemView));

    /// <summary>What was parked by a reaction to a message, then what was parked on the board.</summary>
    public static string Parked(WriteUpDocument writeUp) => MarkdownText.Points(
        writeUp.ParkedQuestions.Select(text => $"{ParkedKind.Question}: {MarkdownText.Line(text)}")
            .Concat(writeUp.Document.Parked.Where(item => item.Outcome is null or ParkedOutcome.Answered).Select(Parked)));

    private static string Parked(ParkedItem item) => item.Answer is { } answer
        ? $"{item.Kind}: {MarkdownText.Line(item.Text)} Answer: {MarkdownText.Line(answer)}"
        : $"{item.Kind}: {MarkdownText.Line(item.Text)}";

    private static IEnumerable<string> Impact(Impact impact)
    {
        string?[] lines =
        [
            impact.Duration is { } duration ? $"Users were affected for {WriteUpMarkdown.Length(duration)}" : null,
            impact.UsersAffected is { } users ? string.Create(CultureInfo.InvariantCulture, $"{users} users affected") : null,
            impact.Revenue is { } revenue ? $"Lost revenue: {MarkdownText.Line(revenue)}" : null,
            impact.DataLost switch { true => "Data was lost", false => "No data was lost", null => null },
            impact.SloBudgetPercent is { } slo
                ? string.Create(CultureInfo.InvariantCulture, $"{slo:0.##} % of the error budget used")
                : null,
            impact.Text is { } text ? $"Users saw: {MarkdownText.Line(text)}" : null,
            impact.Communications is { } sent ? $"Customer communications and reputation: {MarkdownText.Line(sent)}" : null,
        ];
        return lines.OfType<string>();
    }

    private static string Gap(Gap gap, bool isLongest) =>
        $"{gap.Label}: {IncidentDuration.Format(gap.Duration)}"
        + $"{(isLongest ? " (longest)" : "")}{(gap.Worked ? " (people were working)" : "")}";

    /// <summary>One step per line.</summary>
    private static string Whys(WriteUpDocument writeUp, WhyChain chain, string gapTitle)
    {
        var steps = new[] { chain.StartSymptom }.Where(symptom => symptom.Length > 0).Concat(chain.Whys).Select(MarkdownText.Start)
            .ToList();
        var vertical = string.Join("\n", steps.Select((step, place) => place == 0 ? $"{step}  " : $"-> {step}  ")).TrimEnd();
        var gap = chain.StructuralGap.Length > 0 ? $"**{MarkdownText.Line(gapTitle)}:** {MarkdownText.Line(chain.StructuralGap)}" : "";
        return MarkdownText.Joined(vertical, gap, Cause(writeUp, chain), Narrative(chain));
    }

    private static string Cause(WriteUpDocument writeUp, WhyChain chain) =>
        writeUp.PostMortemView.Causes.TryGetValue(chain.Id, out var cause)
            ? $"{CauseWords.Label}: {MarkdownText.Line(cause.Name)}"
            : "";

    private static string Narrative(WhyChain chain) => chain.Narrative.Length > 0 ? MarkdownText.Paragraphs(chain.Narrative) : "";

    public static string Factors(WriteUpDocument writeUp)
    {
        var factors = writeUp.Document.Factors.OrderBy(factor => factor.Position).ToList();
        return writeUp.Template.Factors switch
        {
            FactorGrouping.Category =>
                Grouped(factors, factor => factor.Category is { } category ? DocumentWords.Of(category) : "No category"),
            FactorGrouping.Effect => Grouped(factors, factor => factor.Effect is { } effect ? DocumentWords.Of(effect) : "No effect given"),
            _ =>
                MarkdownText.Points(
                    factors.Select(factor => $"{MarkdownText.Start(factor.Text)} ({string.Join(", ", DocumentWords.About(factor))})")),
        };
    }

    public static string Prevention(WriteUpDocument writeUp) => MarkdownText.Joined(Ordered(writeUp)
        .Where(learning => learning.Destination is not null)
        .GroupBy(learning => learning.Destination!.Value)
        .OrderBy(group => group.Key)
        .Select(group =>
            $"**{DestinationWords.Of(group.Key)}**\n\n{MarkdownText.Points(group.Select(learning => MarkdownText.Start(learning.Text)))}"));

    private static string Grouped(IEnumerable<ContributingFactor> factors, Func<ContributingFactor, string> groupOf) =>
        MarkdownText.Joined(factors
        .GroupBy(groupOf)
        .Select(group => $"**{group.Key}**\n\n{MarkdownText.Points(group.Select(factor => MarkdownText.Start(factor.Text)))}"));

    private static IEnumerable<Learning> Ordered(WriteUpDocument writeUp) =>
        writeUp.Document.Learnings.OrderBy(learning => learning.Position);

    /// <summary>A learning with its destination and link.</summary>
    private static string Learning(Learning learning)
    {
        string?[] details =
        [
            learning.Destination is { } destination ? $"goes into: {DestinationWords.Of(destination)}" : null,
            learning.Link is { } link ? MarkdownText.Link("follow-up", link) : null,
        ];
        var known = details.OfType<string>().ToList();
        return known.Count == 0 ? MarkdownText.Start(learning.Text) : $"{MarkdownText.Start(learning.Text)} ({string.Join(", ", known)})";
    }

    private static IEnumerable<string> Reviews(PostMortemView view)
    {
        foreach (var day in view.PostMortem.Reviews.FollowUps)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{day.On:yyyy-MM-dd}: {FollowUpWords.Question(day.Kind)}");
        }

        if (view.Actions.Count > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"The last action item is due on {view.Actions.Max(action => action.DueDate):yyyy-MM-dd}; "
                + $"its owner is reminded until it is closed.");
        }
    }
}
