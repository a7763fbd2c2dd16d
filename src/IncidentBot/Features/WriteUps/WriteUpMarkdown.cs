using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Severities;
using IncidentBot.Features.WriteUps.Sections;
using System.Globalization;
using System.Text;

namespace IncidentBot.Features.WriteUps;

/// <summary>
/// Renders the write-up as Markdown: the sections of its template except empty ones, times in UTC, user text escaped.
/// </summary>
internal static class WriteUpMarkdown
{
    public const string Versions = "Versions";

    public static string Render(WriteUpDocument writeUp)
    {
        var page = new StringBuilder(
            $"# {(writeUp.PostMortemView.Incident.IsDrill ? "Drill Post-Mortem" : "Post-Mortem")}: "
            + $"{MarkdownText.Line(writeUp.PostMortemView.Incident.Title)}\n");
        Header(page, writeUp);
        foreach (var section in writeUp.Template.Sections)
        {
            var (title, body) = SectionTable.Print(section, writeUp);
            Section(page, title, body);
        }

        Section(page, Versions, writeUp.Versions.Count > 1 ? MarkdownText.Points(writeUp.Versions.Select(Version)) : "");
        return page.Append('\n').ToString();
    }

    public static string Utc(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A long duration also has its hours: "3 d 2 h (74 h)".</summary>
    public static string Length(TimeSpan duration) => duration < TimeSpan.FromDays(1)
        ? IncidentDuration.Format(duration)
        : $"{IncidentDuration.Format(duration)} ({IncidentDuration.InHours(duration)})";

    private static void Section(StringBuilder page, string title, string body)
    {
        if (body.Length > 0)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n{body}\n");
        }
    }

    /// <summary>The duration was frozen when the incident was resolved; later edits do not change it.</summary>
    private static void Header(StringBuilder page, WriteUpDocument writeUp)
    {
        var (incident, postMortem) = (writeUp.PostMortemView.Incident, writeUp.PostMortemView.PostMortem);
        (string Name, string? Value)[] rows =
        [
            (incident.IsDrill ? "Drill" : "Incident", incident.Number.ToString(CultureInfo.InvariantCulture)),
            ("Also covers", string.Join(
                "; ", writeUp.PostMortemView.Covered.Select(each => FormattableString.Invariant($"Incident {each.Number}: {each.Title}")))),
            ("Date", $"{Utc(incident.StartedAt)} UTC"),
            ("Post-mortem", (postMortem.Meeting.HeldAt ?? postMortem.Meeting.Start) is { } met ? $"{Utc(met)} UTC" : null),
            ("Facilitator", postMortem.Facilitator is { } facilitator ? writeUp.NameOf(facilitator) : null),
            People(writeUp),
            ("Absent", NamesOf(writeUp, writeUp.PostMortemView.Attendance.Absent)),
            ("Severity", SeverityLabels.Of(incident.Severity)),
            ("Service", incident.Service),
            ("Duration", incident.Duration is { } duration ? Length(duration) : null),
            ("Version", postMortem.WriteUp.Revision > 1 ? $"{postMortem.WriteUp.Revision}, corrected" : null),
        ];
        page.Append("\n| | |\n|---|---|\n");
        foreach (var (name, value) in rows.Where(row => !string.IsNullOrEmpty(row.Value)))
        {
            page.Append(CultureInfo.InvariantCulture, $"| **{name}** | {MarkdownText.Line(value)} |\n");
        }
    }

    /// <summary>Only people who are known to have attended are called participants.</summary>
    private static (string Name, string? Value) People(WriteUpDocument writeUp)
    {
        var (attendance, invited) = (writeUp.PostMortemView.Attendance, writeUp.PostMortemView.PostMortem.Meeting.Attendees);
        return attendance.IsKnown ? ("Participants", NamesOf(writeUp, attendance.Present))
            : invited.Count > 0 ? ("Invited", NamesOf(writeUp, invited))
            : ("Responders", NamesOf(writeUp, writeUp.PostMortemView.Incident.Roles.Select(holder => holder.Person).Distinct()));
    }

    private static string NamesOf(WriteUpDocument writeUp, IEnumerable<PersonId> people) =>
        string.Join(", ", people.Select(writeUp.NameOf));

    private static string Version(WriteUpVersion version) =>
        $"Version {version.Revision}, {Utc(version.At)} UTC: {(version.Note.Length == 0 ? "published" : MarkdownText.Line(version.Note))}";
}
