using IncidentBot.Cards;
using IncidentBot.Domain.Language;
using IncidentBot.Domain.WriteUps;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.PostMortems.Overview;

/// <summary>One line of the overview: a section of the write-up, whether it is complete, and the button that opens it.</summary>
/// <param name="Word">The section, or one of the two lists with modals of their own.</param>
/// <param name="Label">Its label.</param>
/// <param name="OpensWith">The button's action.</param>
internal sealed record OverviewRow(string Word, string Label, string OpensWith = PostMortemActions.OpenSection)
{
    public const string MissingMark = ":small_red_triangle:";
    // They fit into one section of Slack's 3000 characters.
    private const int Shown = 5;
    private const int Quoted = 120;

    private const string DoneMark = ":white_check_mark:";
    private const string OpenMark = ":white_small_square:";
    private const string BetterMark = ":small_blue_diamond:";

    /// <summary>In the document's order.</summary>
    public static IReadOnlyList<OverviewRow> All { get; } =
    [
        new(WriteUpSections.Summary, "Summary"),
        new(WriteUpSections.Impact, "Impact"),
        new(WriteUpSections.Timeline, "Timeline", CardActions.ReviewTimeline),
        new(WriteUpSections.Whys, "5 Whys"),
        new(WriteUpSections.Factors, "Contributing factors"),
        new(WriteUpSections.WentWell, "What went well"),
        new(WriteUpSections.CouldBeBetter, "What could be better"),
        new(WriteUpSections.Learnings, "Learnings"),
        new(WriteUpSections.Actions, "Action items", CardActions.ActionItems),
    ];

    /// <summary>Shown once someone sent one; each is answered in its thread.</summary>
    public static OverviewRow Corrections { get; } = new(WriteUpSections.Corrections, "Corrections");

    /// <summary>
    /// Whether it is complete, what is missing, and the texts kept with a reason.
    /// </summary>
    public Mrkdwn Text(IEnumerable<CompletenessLine> lines, IEnumerable<AcceptedWording> kept)
    {
        var known = lines.ToList();
        var missing = known.FindAll(line => !line.Done);
        var mark = known.Count == 0 ? OpenMark : missing.Exists(
            line => line.Blocks) ? MissingMark : missing.Count > 0 ? BetterMark : DoneMark;
        return Mrkdwn.Join(
            "\n",
            [
                Mrkdwn.Text($"{Mrkdwn.Raw(mark)} *{Label}*"),
                .. missing.Select(line => Mrkdwn.Escape(line.Why)),
                .. kept.Take(Shown).Select(Kept),
            ]);
    }

    private static Mrkdwn Kept(AcceptedWording kept) => Mrkdwn.Text(
        $"_Kept as written by {Mrkdwn.User(kept.By.Value)}: “{SlackText.Truncate(kept.Text, Quoted)}”, because "
            + $"{SlackText.Truncate(kept.Reason, Quoted)}_");

    public Button Button(string number) => new(OpensWith, "Open")
    {
        Value = OpensWith == PostMortemActions.OpenSection ? $"{number}:{Word}" : number,
        AccessibilityLabel = $"Open: {Label}",
    };
}
