using IncidentBot.Domain.Language;
using IncidentBot.Domain.WriteUps;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.PostMortems.Overview;

/// <summary>One line of the overview: a section of the write-up, whether it is complete, and the button that opens it.</summary>
internal sealed record OverviewRow(WriteUpSection Section)
{
    public const string MissingMark = ":small_red_triangle:";
    // They fit into one section of Slack's 3000 characters.
    private const int Shown = 5;
    private const int Quoted = 120;

    private const string DoneMark = ":white_check_mark:";
    private const string OpenMark = ":white_small_square:";
    private const string BetterMark = ":small_blue_diamond:";

    /// <summary>In the document's order.</summary>
    public static IReadOnlyList<OverviewRow> All { get; } = [.. WriteUpSections.Written.Select(section => new OverviewRow(section))];

    /// <summary>Shown once someone sent one; each is answered in its thread.</summary>
    public static OverviewRow Corrections { get; } = new(WriteUpSections.Of(DocumentSection.Corrections));

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
                Mrkdwn.Text($"{Mrkdwn.Raw(mark)} *{Section.Label}*"),
                .. missing.Select(line => Mrkdwn.Escape(line.Why)),
                .. kept.Take(Shown).Select(Kept),
            ]);
    }

    private static Mrkdwn Kept(AcceptedWording kept) => Mrkdwn.Text(
        $"_Kept as written by {Mrkdwn.User(kept.By.Value)}: “{SlackText.Truncate(kept.Text, Quoted)}”, because "
            + $"{SlackText.Truncate(kept.Reason, Quoted)}_");

    public Button Button(string number) => SectionButton.To(Section, number, "Open");
}
