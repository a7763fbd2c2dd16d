using IncidentBot.Domain.Meetings;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Preparation;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.PostMortems.Overview;

/// <summary>The preparation in the overview: who is invited or attended, the artefacts, and the debrief.</summary>
internal static class PreparationBlocks
{
    public static IEnumerable<Block> Of(PostMortemView view)
    {
        var postMortem = view.PostMortem;
        if (postMortem is { Meeting.HeldAt: null, Meeting.Start: not null })
        {
            yield return new SectionBlock(Mrkdwn.Join(
                "\n",
                InviteeWords.Checklist(InviteeChecklist.Of(view.Incident, postMortem), postMortem.MeetingSize),
                InviteeWords.Unavailable(postMortem.Meeting)));
        }
        else if (postMortem.Meeting.HeldAt is not null)
        {
            yield return People(view);
        }

        if (Asking(view) is { } asking)
        {
            yield return asking;
        }

        yield return Artefacts(view);
        if (view.Debrief.Count > 0)
        {
            yield return Debrief(view);
        }
    }

    /// <summary>"Still to gather: logs. Still missing: the facilitator."; empty when nothing is missing.</summary>
    public static Mrkdwn Missing(PostMortemView view)
    {
        var artefacts = ArtefactWords.Missing(view.PostMortem);
        return Mrkdwn.Join(
            " ",
            artefacts.Length == 0 ? Mrkdwn.Empty : Mrkdwn.Text($"Still to gather: {artefacts}."),
            view.PostMortem.Meeting.Start is null
                ? Mrkdwn.Empty
                : InviteeWords.Missing(InviteeChecklist.Of(view.Incident, view.PostMortem)));
    }

    /// <summary>After the meeting: who attended, and how many of the absent people signed off.</summary>
    private static SectionBlock People(PostMortemView view)
    {
        var present = view.Attendance.Present.Select(person => Mrkdwn.User(person.Value)).ToList();
        var asked = view.PostMortem.Meeting.Invitees.Where(invitee => invitee.SignOffDue is not null).ToList();
        var signed = asked.Count(invitee => !invitee.IsSignOffPending);
        return new SectionBlock(Mrkdwn.Join(
            "\n",
            present.Count == 0 ? Mrkdwn.Raw("Attendance not recorded") : Mrkdwn.Text($"*Attended*: {Mrkdwn.Join(" ", present)}"),
            asked.Count == 0 ? Mrkdwn.Empty : Mrkdwn.Text($"Absent people who signed off: {signed} of {asked.Count}"),
            Mrkdwn.Escape(string.Join(" · ", FeedbackTotals.Of(view.Feedback)))))
        {
            Accessory = new Button(PostMortemActions.Attendance, "Record attendance") { Value = view.Subject },
        };
    }

    /// <summary>Who was asked before the meeting; the way to ask, as long as it lies ahead.</summary>
    private static SectionBlock? Asking(PostMortemView view)
    {
        if (view.Asked.Count == 0)
        {
            return view.PostMortem.IsMeetingAhead
                ? new SectionBlock(Mrkdwn.Raw("*Before the meeting*\nAsk those who were there what they saw and knew."))
                {
                    Accessory = Button(PostMortemActions.AskPeople, "Ask people"),
                }
                : null;
        }

        var talk = view.Asked.Count(request => request.State == PreparationState.RatherTalk);
        return new SectionBlock(Mrkdwn.Join(
            " · ",
            Mrkdwn.Text($"*Asked before the meeting*\n{view.Asked.Count(request => request.State == PreparationState.Answered)} of "
                + $"{view.Asked.Count} answered"),
            talk == 0 ? Mrkdwn.Empty : Mrkdwn.Text($"{talk} would rather talk")))
        {
            Accessory = Button(PostMortemActions.ReadAnswers, "Read"),
        };

        Button Button(string action, string label) => new(action, label)
        {
            Value = view.Subject,
            AccessibilityLabel = $"{label}: Before the meeting",
        };
    }

    private static SectionBlock Artefacts(PostMortemView view)
    {
        return new SectionBlock(Mrkdwn.Raw("*Artefacts*"))
        {
            Fields = [.. Enum.GetValues<ArtefactKind>().Select(kind => ArtefactWords.Line(view.PostMortem, kind))],
            Accessory = new Button(PostMortemActions.OpenSection, "Edit")
            {
                Value = new PostMortemKey(view.Number, PostMortemPart.Artefacts).WriteValue(),
                AccessibilityLabel = "Edit: Artefacts",
            },
        };
    }

    private static SectionBlock Debrief(PostMortemView view)
    {
        var people = view.Debrief.Select(note => note.By).Distinct().Select(person => Mrkdwn.User(person.Value));
        return new SectionBlock(Mrkdwn.Text(
            $"*Debrief* by {Mrkdwn.Join(", ", people)}\nFor reference; nothing is copied into the write-up."))
        {
            Accessory = new Button(PostMortemActions.ReadDebrief, "Read") { Value = view.Subject, AccessibilityLabel = "Read: Debrief" },
        };
    }
}
