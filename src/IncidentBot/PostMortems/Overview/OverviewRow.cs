using IncidentBot.Domain.Language;
using IncidentBot.Domain.WriteUps;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.PostMortems.Overview;

/// <summary>One line of the overview: a section of the write-up, whether it is complete, and the button that opens it.</summary>
internal sealed record OverviewRow(WriteUpSection Section)
{
    public const string MissingMark = ":small_red_triangle:";

    // Together they fit into a section block, which holds 3000 characters.
    private const int MaxKept = 5;
    private const int MaxQuote = 120;

    private const string DoneMark = ":white_check_mark:";
    private const string OpenMark = ":white_small_square:";
    private const string AdviceMark = ":small_blue_diamond:";

    /// <summary>The rows in the document's order.</summary>
    public static IReadOnlyList<OverviewRow> All { get; } = [.. WriteUpSections.Written.Select(section => new OverviewRow(section))];

    /// <summary>Shown once someone sent a correction.</summary>
    public static OverviewRow Corrections { get; } = new(WriteUpSections.Of(DocumentSection.Corrections));

    /// <summary>The mark, the label, what is missing, and the texts kept with a reason.</summary>
    public Mrkdwn Text(IEnumerable<CompletenessLine> lines, IEnumerable<AcceptedWording> kept)
    {
        var known = lines.ToList();
        var missing = known.FindAll(line => !line.Done);
        var mark = known.Count == 0 ? OpenMark : missing.Exists(
            line => line.Blocks) ? MissingMark : missing.Count > 0 ? AdviceMark : DoneMark;
        return Mrkdwn.Join(
            "\n",
            [
                Mrkdwn.Text($"{Mrkdwn.Raw(mark)} *{Section.Label}*"),
                .. missing.Select(line => Mrkdwn.Escape(line.Why)),
                .. kept.Take(MaxKept).Select(Kept),
            ]);
    }

    private static Mrkdwn Kept(AcceptedWording kept) => Mrkdwn.Text(
        $"_Kept as written by {Mrkdwn.User(kept.By.Value)}: “{SlackText.Truncate(kept.Text, MaxQuote)}”, because "
            + $"{SlackText.Truncate(kept.Reason, MaxQuote)}_");

    /// <summary>Says what opening the section is for.</summary>
    public Button Button(string number, IEnumerable<CompletenessLine> lines) => SectionButton.To(Section, number, Section.Id switch
    {
        DocumentSection.Timeline => "Review",
        _ when lines.Any(line => !line.Done) => Section.Id is DocumentSection.Actions ? "Add" : "Write",
        _ => "Edit",
    });
}
