using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Domain.IncidentLog;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.IncidentLog;

/// <summary>The log in words.</summary>
internal static class LogWords
{
    public const string Title = "Incident log";

    /// <summary>What can be typed as a filter.</summary>
    public const string Help = "Filters: a service, `sev1`, `type deployment`, `cause \"Shared pool\"`, `from 2026-01-01`, `to yesterday`, "
        + "`30d`, `mine`, `open-actions`, `drills`, `cancelled`, `near-misses`.";

    private const string Day = "{date_short}";
    private const int LongestTitle = 300;

    /// <summary>An incident in three lines; who may see it was decided before.</summary>
    public static SectionBlock Row(LogRow row) => Row(row, Mrkdwn.Text($"*{Heading(row)}: {Mrkdwn.Escape(row.Title, LongestTitle)}*"));

    /// <summary>The same with another first line, and lines below it.</summary>
    public static SectionBlock Row(LogRow row, Mrkdwn first, params IEnumerable<Mrkdwn> below) =>
        new(Mrkdwn.Join("\n", [first, Facts(row), .. below, Outcome(row)]))
        {
            Accessory = row.HasPostMortem ? new Button(CardActions.PostMortem, "Open") { Value = Number(row) } : null,
        };

    public static string Heading(LogRow row) => FormattableString.Invariant($"{(row.IsDrill ? "Drill" : "Incident")} {row.Number}");

    /// <summary>"Checkout · SEV1 · since 1 Jan 2026"; empty when nothing is filtered.</summary>
    public static Mrkdwn Of(LogFilter filter) => Mrkdwn.Join(
        " · ",
        Mrkdwn.Escape(filter.NearMisses ? "near misses" : ""),
        Mrkdwn.Escape(filter.Service ?? ""),
        filter.Severity is { } severity ? IncidentWords.Of(severity) : Mrkdwn.Empty,
        Mrkdwn.Escape(filter.Type?.ToString() ?? ""),
        Mrkdwn.Escape(filter.Cause is { } cause ? $"“{cause}”" : ""),
        Mrkdwn.Escape(filter.From is { } from ? $"from {ShortDate(from)}" : ""),
        Mrkdwn.Escape(filter.Until is { } until ? $"to {ShortDate(until)}" : ""),
        Mrkdwn.Escape(filter.Mine ? "mine" : ""),
        Mrkdwn.Escape(filter.OpenActions ? "with open action items" : ""),
        Mrkdwn.Escape(filter.Drills ? "with drills" : ""),
        Mrkdwn.Escape(filter.Cancelled ? "with cancelled ones" : ""));

    public static Refusal NoClass(string cause) => new($"There is no cause class “{cause}”.");

    private static string ShortDate(DateOnly day) => day.ToString("d MMM yyyy", System.Globalization.CultureInfo.InvariantCulture);

    private static Mrkdwn Facts(LogRow row) => Mrkdwn.Join(
        " · ",
        Mrkdwn.Date(row.StartedAt, Day),
        IncidentWords.Of(row.Severity),
        row.Status == IncidentStatus.Resolved ? Mrkdwn.Empty : IncidentWords.Of(row.Status),
        Mrkdwn.Escape(row.DuplicateOf is { } other ? FormattableString.Invariant($"duplicate of {other}") : ""),
        Mrkdwn.Escape(row.CoveredBy is { } carrier ? FormattableString.Invariant($"covered by {carrier}") : ""),
        Mrkdwn.Escape(row.Kind == IncidentKind.Incident ? "" : KindWords.For(row.Kind)),
        Mrkdwn.Escape(row.Type?.ToString() ?? ""),
        Mrkdwn.Escape(row.Service ?? ""),
        row.IsPrivate ? Mrkdwn.Raw(":lock: private") : Mrkdwn.Empty);

    private static Mrkdwn Outcome(LogRow row) => Mrkdwn.Join(
        " · ",
        Mrkdwn.Join(", ", row.Causes.Select(cause => Mrkdwn.Text($"_{cause}_"))),
        row.Actions > 0 ? Mrkdwn.Text($"actions {row.ActionsDone}/{row.Actions}") : Mrkdwn.Empty,
        row.Places);

    private static string Number(LogRow row) => row.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
