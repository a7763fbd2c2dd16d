using System.Globalization;
using IncidentBot.Cards;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Timelines;
using IncidentBot.Domain.WriteUps;
using IncidentBot.PostMortems;

namespace IncidentBot.Features.WriteUps;

/// <summary>The parts of a printed write-up: each with its heading and its text, which is empty when there is nothing to print.</summary>
internal static class WriteUpParts
{
    public static (string Title, string Body) Of(DocumentPart part, WriteUpDocument writeUp)
    {
        var postMortem = writeUp.PostMortemView.PostMortem;
        return part switch
        {
            DocumentPart.Summary =>
                ("Summary", postMortem.WriteUp.Summary is { Length: > 0 } summary ? MarkdownText.Paragraphs(summary) : "Not written yet."),
            DocumentPart.Impact => ("Impact", MarkdownText.Points(Impact(postMortem.WriteUp.Impact))),
            DocumentPart.Milestones => ("Milestones", WriteUpTables.Milestones(writeUp)),
            DocumentPart.Timeline => ("Timeline", WriteUpTables.Timeline(writeUp)),
            DocumentPart.Gaps => ("Gaps", MarkdownText.Points(writeUp.Gaps.All.Select(gap => Gap(gap, gap == writeUp.Gaps.Longest)))),
            DocumentPart.StructuralGap =>
                (MarkdownText.Line(writeUp.GapTitle),
                    MarkdownText.Joined(
                        MarkdownText.Start(postMortem.WriteUp.WhyChain.StructuralGap), Narrative(postMortem.WriteUp.WhyChain))),
            DocumentPart.Whys =>
                ("5 Whys",
                    MarkdownText.Joined(postMortem.WriteUp.WhyChains.Select((chain, index) =>
                        Whys(chain, index == 0 ? writeUp.GapTitle : "Another structural gap")))),
            DocumentPart.Factors => ("Contributing factors", Factors(postMortem, writeUp.Template.Factors)),
            DocumentPart.WentWell => ("What went well", MarkdownText.Points(postMortem.WriteUp.WentWell.Select(MarkdownText.Start))),
            DocumentPart.CouldBeBetter =>
                ("What could be better", MarkdownText.Points(postMortem.WriteUp.CouldBeBetter.Select(MarkdownText.Start))),
            DocumentPart.Learnings => ("Learnings", MarkdownText.Points(Ordered(postMortem).Select(Learning))),
            DocumentPart.Prevention => ("Prevention", Prevention(postMortem)),
            DocumentPart.Actions => ("Action items", WriteUpTables.Actions(writeUp)),
            DocumentPart.FollowUp => ("Follow-up", MarkdownText.Points(FollowUp(writeUp.PostMortemView))),
            DocumentPart.Parked =>
                ("Parked", MarkdownText.Points(postMortem.WriteUp.Parked.Select(item => $"{item.Kind}: {MarkdownText.Line(item.Text)}"))),
            _ => throw new ArgumentOutOfRangeException(nameof(part), part, "No such part."),
        };
    }

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
        ];
        return lines.OfType<string>();
    }

    private static string Gap(Gap gap, bool isLongest) =>
        $"{gap.Label}: {IncidentDuration.Format(gap.Duration)}"
        + $"{(isLongest ? " (longest)" : "")}{(gap.Worked ? " (people were working)" : "")}";

    /// <summary>One step per line.</summary>
    private static string Whys(WhyChain chain, string gapTitle)
    {
        var steps = new[] { chain.StartSymptom }.Where(symptom => symptom.Length > 0).Concat(chain.Whys).Select(MarkdownText.Start)
            .ToList();
        var vertical = string.Join("\n", steps.Select((step, place) => place == 0 ? $"{step}  " : $"-> {step}  ")).TrimEnd();
        var gap = chain.StructuralGap.Length > 0 ? $"**{MarkdownText.Line(gapTitle)}:** {MarkdownText.Line(chain.StructuralGap)}" : "";
        return MarkdownText.Joined(vertical, gap, Narrative(chain));
    }

    private static string Narrative(WhyChain chain) => chain.Narrative.Length > 0 ? MarkdownText.Paragraphs(chain.Narrative) : "";

    private static string Factors(PostMortem postMortem, FactorGrouping grouping)
    {
        var factors = postMortem.WriteUp.Factors.OrderBy(factor => factor.Position).ToList();
        return grouping switch
        {
            FactorGrouping.Category =>
                Grouped(factors, factor => factor.Category is { } category ? DocumentWords.Of(category) : "No category"),
            FactorGrouping.Effect => Grouped(factors, factor => factor.Effect is { } effect ? DocumentWords.Of(effect) : "No effect given"),
            _ =>
                MarkdownText.Points(
                    factors.Select(factor => $"{MarkdownText.Start(factor.Text)} ({string.Join(", ", DocumentWords.About(factor))})")),
        };
    }

    private static string Prevention(PostMortem postMortem) => MarkdownText.Joined(Ordered(postMortem)
        .Where(learning => learning.Destination is not null)
        .GroupBy(learning => learning.Destination!.Value)
        .OrderBy(group => group.Key)
        .Select(group =>
            $"**{DestinationWords.Of(group.Key)}**\n\n{MarkdownText.Points(group.Select(learning => MarkdownText.Start(learning.Text)))}"));

    private static string Grouped(IEnumerable<ContributingFactor> factors, Func<ContributingFactor, string> groupOf) =>
        MarkdownText.Joined(factors
        .GroupBy(groupOf)
        .Select(group => $"**{group.Key}**\n\n{MarkdownText.Points(group.Select(factor => MarkdownText.Start(factor.Text)))}"));

    private static IEnumerable<Learning> Ordered(PostMortem postMortem) =>
        postMortem.WriteUp.Learnings.OrderBy(learning => learning.Position);

    /// <summary>With its destination and link.</summary>
    private static string Learning(Learning learning)
    {
        string?[] lands =
        [
            learning.Destination is { } destination ? $"goes into: {DestinationWords.Of(destination)}" : null,
            learning.Link is { } link ? MarkdownText.Link("follow-up", link) : null,
        ];
        var known = lands.OfType<string>().ToList();
        return known.Count == 0 ? MarkdownText.Start(learning.Text) : $"{MarkdownText.Start(learning.Text)} ({string.Join(", ", known)})";
    }

    /// <summary>The follow-up reviews, and the last due date.</summary>
    private static IEnumerable<string> FollowUp(PostMortemView view)
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
