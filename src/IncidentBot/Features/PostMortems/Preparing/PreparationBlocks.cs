using IncidentBot.Domain.PostMortems;
using IncidentBot.Features.PostMortems.Meetings;
using IncidentBot.Features.PostMortems.Sections;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.PostMortems.Preparing;

/// <summary>What the hub shows of the preparation: who comes, what was gathered, and what was said right after the incident.</summary>
internal static class PreparationBlocks
{
    public static IEnumerable<Block> Of(Dossier dossier)
    {
        var postMortem = dossier.PostMortem;
        if (postMortem is { HeldAt: null, MeetingAt: not null })
        {
            yield return new SectionBlock(InviteeWords.Checklist(InviteeChecklist.Of(dossier.Incident, postMortem), postMortem.MeetingCount));
        }
        else if (postMortem.HeldAt is not null)
        {
            yield return People(dossier);
        }

        yield return Artefacts(dossier);
        if (dossier.Debrief.Count > 0)
        {
            yield return Debrief(dossier);
        }
    }

    /// <summary>"the facilitator; logs, alert history": what is still missing for the meeting; empty when nothing is.</summary>
    public static Mrkdwn Missing(Dossier dossier)
    {
        var artefacts = ArtefactWords.Missing(dossier.PostMortem);
        return Mrkdwn.Join(
            " ",
            artefacts.Length == 0 ? Mrkdwn.Empty : Mrkdwn.Text($"Still to be gathered: {artefacts}."),
            dossier.PostMortem.MeetingAt is null ? Mrkdwn.Empty : InviteeWords.Missing(InviteeChecklist.Of(dossier.Incident, dossier.PostMortem)));
    }

    /// <summary>After the meeting: who was there, and who of the others signed off (R31, R34).</summary>
    private static SectionBlock People(Dossier dossier)
    {
        var present = dossier.PostMortem.Invitees.Where(invitee => invitee.Present == true).Select(invitee => Mrkdwn.User(invitee.Person.Value)).ToList();
        var asked = dossier.PostMortem.Invitees.Where(invitee => invitee.SignOffDue is not null).ToList();
        var signed = asked.Count(invitee => !invitee.OwesSignOff);
        return new SectionBlock(Mrkdwn.Join(
            "\n",
            present.Count == 0 ? Mrkdwn.Raw("*Who was there* is not noted yet") : Mrkdwn.Text($"*Who was there*: {Mrkdwn.Join(" ", present)}"),
            asked.Count == 0 ? Mrkdwn.Empty : Mrkdwn.Text($"Signed off by {signed} of {asked.Count} who were not")))
        {
            Accessory = new Button(PostMortemActions.Attendance, "Who was there?") { Value = dossier.Subject },
        };
    }

    private static SectionBlock Artefacts(Dossier dossier)
    {
        return new SectionBlock(Mrkdwn.Raw("*Artefacts*"))
        {
            Fields = [.. Enum.GetValues<ArtefactKind>().Select(kind => ArtefactWords.Line(dossier.PostMortem, kind))],
            Accessory = new Button(PostMortemActions.OpenSection, "Open")
            {
                Value = new PostMortemKey(dossier.Number, SectionForms.Artefacts).WriteValue(),
                AccessibilityLabel = "Open: Artefacts",
            },
        };
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
