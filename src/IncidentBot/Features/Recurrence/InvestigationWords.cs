using System.Globalization;
using IncidentBot.Cards;
using IncidentBot.Domain.Recurrence;
using IncidentBot.PostMortems.Recurrence;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Recurrence;

/// <summary>Investigations in words, the same on every card.</summary>
internal static class InvestigationWords
{
    public const string Take = "investigation_take";
    public const string Assign = "investigation_assign";
    public const string Close = "investigation_close";

    private const int MostShown = 6;
    private const int LongestTitle = 200;

    public static Mrkdwn Of(InvestigationOutcome outcome) => Mrkdwn.Raw(outcome switch
    {
        InvestigationOutcome.Project => "Technical project",
        InvestigationOutcome.CrossTeamReview => "Cross-team review",
        InvestigationOutcome.DependencyMap => "Dependency map",
        InvestigationOutcome.AcceptedRisk => "Risk accepted",
        _ => "Other decision",
    });

    /// <summary>The newest public incidents with their links, then how many others there are, private ones as a count.</summary>
    public static IEnumerable<Mrkdwn> Lines(IReadOnlyList<CauseIncident> incidents, IReadOnlyDictionary<int, Mrkdwn> places)
    {
        var open = incidents.Where(incident => !incident.IsPrivate).Reverse().ToList();
        foreach (var incident in open.Take(MostShown))
        {
            yield return Mrkdwn.Join(
                " · ",
                Mrkdwn.Text($"• Incident {incident.Number}: {Mrkdwn.Escape(incident.Title, LongestTitle)}"),
                Mrkdwn.Date(incident.StartedAt, SlackDate.Day),
                places.GetValueOrDefault(incident.Number, Mrkdwn.Empty));
        }

        var (more, hidden) = (open.Count - MostShown, incidents.Count - open.Count);
        string[] others = [more > 0 ? Text($"{more} more") : "", hidden > 0 ? Text($"{hidden} private") : ""];
        if (others.Any(each => each.Length > 0))
        {
            yield return Mrkdwn.Text($"• and {string.Join(", ", others.Where(each => each.Length > 0))}");
        }
    }

    public static ActionsBlock Buttons(StructuralInvestigation investigation)
    {
        var value = investigation.Id.ToString("N");
        var take = new Button(Take, "Assign to me") { Value = value, Style = ButtonStyle.Primary };
        Button[] others = [new(Assign, "Assign…") { Value = value }, new(Close, "Close…") { Value = value }];
        return new ActionsBlock(investigation.Owner is null ? [take, .. others] : others);
    }

    public static Mrkdwn Owner(StructuralInvestigation investigation) => investigation.Owner is { } owner
        ? Mrkdwn.Text($"*Owner:* {Mrkdwn.User(owner.Value)}")
        : Mrkdwn.Text($"*Owner:* {IncidentWords.Of(null, "no one yet")}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
