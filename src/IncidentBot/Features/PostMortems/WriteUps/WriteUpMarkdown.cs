using System.Globalization;
using System.Text;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Severities;
using IncidentBot.Features.PostMortems.Sections;

namespace IncidentBot.Features.PostMortems.WriteUps;

/// <summary>The write-up as one Markdown page (R89-R104): times in UTC, empty sections left out, whatever people typed escaped.</summary>
internal static class WriteUpMarkdown
{
    public static string Render(WriteUp writeUp)
    {
        var postMortem = writeUp.Dossier.PostMortem;
        var page = new StringBuilder($"# {(writeUp.Dossier.Incident.IsDrill ? "Drill Post-Mortem" : "Post-Mortem")}: {MarkdownText.Line(writeUp.Dossier.Incident.Title)}\n");
        Header(page, writeUp);
        Section(page, "Summary", postMortem.Summary is { Length: > 0 } summary ? MarkdownText.Paragraphs(summary) : "Not written yet.");
        Section(page, "Impact", Lines(Impact(postMortem.Impact)));
        WriteUpTables.Timeline(page, writeUp);
        Section(page, "5 Whys", string.Join("\n\n", postMortem.WhyChains.Select(Whys).Where(chain => chain.Length > 0)));
        Section(page, "Contributing factors", Lines(postMortem.Factors.OrderBy(factor => factor.Position).Select(Factor)));
        Section(page, "What went well", Lines(postMortem.WentWell.Select(MarkdownText.Start)));
        Section(page, "What could be better", Lines(postMortem.CouldBeBetter.Select(MarkdownText.Start)));
        Section(page, "Learnings", Lines(postMortem.Learnings.OrderBy(learning => learning.Position).Select(Learning)));
        WriteUpTables.Actions(page, writeUp);
        Section(page, "Parked", Lines(postMortem.Parked.Select(item => $"{item.Kind}: {MarkdownText.Line(item.Text)}")));
        return page.Append('\n').ToString();
    }

    public static void Section(StringBuilder page, string title, string body)
    {
        if (body.Length > 0)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n{body}\n");
        }
    }

    public static string Utc(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The duration is the one that was frozen when the incident was resolved; no later edit moves it (defect 4).</summary>
    private static void Header(StringBuilder page, WriteUp writeUp)
    {
        var (incident, postMortem) = (writeUp.Dossier.Incident, writeUp.Dossier.PostMortem);
        var participants = (postMortem.Attendees.Count > 0 ? postMortem.Attendees : incident.Roles.Select(holder => holder.Person)).Distinct();
        (string Name, string? Value)[] rows =
        [
            (incident.IsDrill ? "Drill" : "Incident", incident.Number.ToString(CultureInfo.InvariantCulture)),
            ("Date", $"{Utc(incident.StartedAt)} UTC"),
            ("Post-mortem", (postMortem.HeldAt ?? postMortem.MeetingAt) is { } met ? $"{Utc(met)} UTC" : null),
            ("Facilitator", postMortem.Facilitator is { } facilitator ? writeUp.NameOf(facilitator) : null),
            ("Participants", string.Join(", ", participants.Select(writeUp.NameOf))),
            ("Severity", SeverityPolicy.For(incident.Severity).Word),
            ("Service", incident.Service),
            ("Duration", incident.Duration is { } duration ? Length(duration) : null),
            ("Version", postMortem.Revision > 1 ? $"{postMortem.Revision}, corrected" : null),
        ];
        page.Append("\n| | |\n|---|---|\n");
        foreach (var (name, value) in rows.Where(row => !string.IsNullOrEmpty(row.Value)))
        {
            page.Append(CultureInfo.InvariantCulture, $"| **{name}** | {MarkdownText.Line(value)} |\n");
        }
    }

    /// <summary>Days are easily misread, so a long one is told in hours as well: "3 d 2 h (74 h)".</summary>
    private static string Length(TimeSpan duration) => duration < TimeSpan.FromDays(1)
        ? IncidentDuration.Format(duration)
        : $"{IncidentDuration.Format(duration)} ({IncidentDuration.InHours(duration)})";

    private static IEnumerable<string> Impact(Impact impact)
    {
        string?[] lines =
        [
            impact.Duration is { } duration ? $"Users were affected for {Length(duration)}" : null,
            impact.UsersAffected is { } users ? string.Create(CultureInfo.InvariantCulture, $"{users} users affected") : null,
            impact.Revenue is { } revenue ? $"Lost revenue: {MarkdownText.Line(revenue)}" : null,
            impact.DataLost switch { true => "Data was lost", false => "No data was lost", null => null },
            impact.SloBudgetPercent is { } slo ? string.Create(CultureInfo.InvariantCulture, $"{slo:0.##} % of the error budget") : null,
            impact.Text is { } text ? $"Users saw: {MarkdownText.Line(text)}" : null,
        ];
        return lines.OfType<string>();
    }

    /// <summary>Vertical, so that the chain can be read upwards as well (R57).</summary>
    private static string Whys(WhyChain chain, int index)
    {
        var steps = new[] { chain.StartSymptom }.Where(symptom => symptom.Length > 0).Concat(chain.Whys).Select(MarkdownText.Start).ToList();
        var vertical = string.Join("\n", steps.Select((step, place) => place == 0 ? $"{step}  " : $"-> {step}  ")).TrimEnd();
        var gap = chain.StructuralGap.Length > 0 ? $"**{(index == 0 ? "Structural gap" : "Another gap")}:** {MarkdownText.Line(chain.StructuralGap)}" : "";
        return string.Join("\n\n", new[] { vertical, gap }.Where(part => part.Length > 0));
    }

    private static string Factor(ContributingFactor factor) =>
        $"{MarkdownText.Start(factor.Text)} ({string.Join(", ", DocumentWords.About(factor))})";

    private static string Learning(Learning learning) => learning.Destination is { } destination
        ? $"{MarkdownText.Start(learning.Text)} (goes into: {DocumentWords.Of(destination)})"
        : MarkdownText.Start(learning.Text);

    private static string Lines(IEnumerable<string> points) => string.Join('\n', points.Select(point => $"- {point}"));
}
