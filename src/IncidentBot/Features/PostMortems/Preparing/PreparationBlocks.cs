using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.PostMortems.Preparing;

/// <summary>What the hub shows of the preparation: what was said right after the incident.</summary>
internal static class PreparationBlocks
{
    public static IEnumerable<Block> Of(Dossier dossier)
    {
        if (dossier.Debrief.Count > 0)
        {
            yield return Debrief(dossier);
        }
    }

    private static SectionBlock Debrief(Dossier dossier)
    {
        var people = dossier.Debrief.Select(note => note.By).Distinct().Select(person => Mrkdwn.User(person.Value));
        return new SectionBlock(Mrkdwn.Text(
            $"*Debrief* by {Mrkdwn.Join(", ", people)}\nA source to draw on; nothing is copied from it."))
        {
            Accessory = new Button(PostMortemActions.ReadDebrief, "Read") { Value = dossier.Subject, AccessibilityLabel = "Read: Debrief" },
        };
    }
}
