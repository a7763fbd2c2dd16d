using IncidentBot.Domain.WriteUps;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.PostMortems;

/// <summary>Shows the corrections that wait for a section above its form, so that no one has to remember them.</summary>
internal static class CorrectionNotes
{
    private const int Most = 5;

    public static IEnumerable<Block> Of(PostMortemView view, string section) => WriteUpSections.Find(section) is { } row
        ? view.CorrectionsOf(row.Id).Take(Most).Select(Note)
        : [];

    private static ContextBlock Note(FactualCorrection correction) => new(Mrkdwn.Text(
        $":memo: *Correction* by {Mrkdwn.User(correction.By.Value)}: {Mrkdwn.Escape(correction.Text.ReplaceLineEndings(" "), 1000)}"));
}
