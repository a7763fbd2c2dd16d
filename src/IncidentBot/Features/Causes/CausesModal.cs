using IncidentBot.Cards;
using IncidentBot.PostMortems.Causes;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Causes;

/// <summary>The cause classes with how often and when last they were seen.</summary>
internal static class CausesModal
{
    public const string CallbackId = "causes";

    private const int MostShown = 90;

    public static Modal Render(IReadOnlyList<CauseSummary> classes) => new("Cause classes")
    {
        CallbackId = CallbackId,
        Close = "Close",
        Blocks =
        [
            new ContextBlock(Mrkdwn.Raw(classes.Count == 0
                ? "No structural gap has a cause class yet. Choose or name one where you write the 5 whys."
                : "Gaps of one class count together. Open a class to rename, merge or split it.")),
            .. classes.Take(MostShown).Select(Row),
            .. classes.Count > MostShown
                ? [new ContextBlock(Mrkdwn.Text($"{classes.Count - MostShown} rare classes are not shown."))]
                : Array.Empty<Block>(),
        ],
    };

    private static SectionBlock Row(CauseSummary each) => new(Mrkdwn.Join(
        "\n",
        [
            Mrkdwn.Join(" · ", [Mrkdwn.Text($"*{each.Class.Name}*"), Mrkdwn.Raw(Uses(each.Incidents)), NearMisses(each), LastSeen(each)]),
            Mrkdwn.Escape(each.Class.Sentence),
        ]))
    {
        Accessory = new Button(CauseActions.Open, "Open") { Value = each.Class.Id.ToString("N") },
    };

    private static string Uses(int incidents) => incidents == 0 ? "no incidents" : IncidentWords.Count(incidents, "incident", "incidents");

    private static Mrkdwn NearMisses(CauseSummary each) => each.NearMisses == 0
        ? Mrkdwn.Empty
        : Mrkdwn.Raw(IncidentWords.Count(each.NearMisses, "near miss", "near misses"));

    private static Mrkdwn LastSeen(CauseSummary each) => each is { LastSeenIn: { } number, LastSeenAt: { } at }
        ? Mrkdwn.Text($"last in incident {number}, {Mrkdwn.Date(at)}")
        : Mrkdwn.Empty;
}
