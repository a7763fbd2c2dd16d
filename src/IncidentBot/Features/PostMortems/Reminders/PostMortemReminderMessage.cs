using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.WriteUps;
using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.PostMortems.Reminders;

/// <summary>A reminder: what is due, by when, and the buttons for the next step.</summary>
internal static class PostMortemReminderMessage
{
    private const string ScheduleOrHeld = "Already met? Press *We held it*. Otherwise schedule it now.";

    public static MessageContent Render(PostMortemView view, PostMortemReminderKind kind, DateTimeOffset now)
    {
        var text = Text(view, kind, now);
        return new MessageContent(text, new SectionBlock(text), new ActionsBlock([.. Buttons(view, kind)]));
    }

    /// <summary>Whether it says how many points of the document are missing, for which the document has to be read.</summary>
    public static bool SaysWhatIsMissing(PostMortemReminderKind kind) =>
        PostMortemReminderCard.About(kind) == PostMortemReminderCard.AboutWriteUp;

    private static Mrkdwn Text(PostMortemView view, PostMortemReminderKind kind, DateTimeOffset now)
    {
        var of = Mrkdwn.Text($"*{IncidentWords.Title(view.Incident)}*");
        var postMortem = view.PostMortem;
        var due = postMortem.DueAt is { } at ? Mrkdwn.Date(at) : Mrkdwn.Raw("its deadline");
        return (kind, postMortem.Meeting.Start) switch
        {
            (PostMortemReminderKind.AtResolve, _) => Mrkdwn.Text(
                $"{of} is {(view.Incident.IsReport ? "recorded" : "resolved")}. A post-mortem is "
                    + $"{PostMortemWords.Need(postMortem).ToLowerInvariant()}. Hold it by {due}. {Time(view)}\n{Begin(view)}"),
            (PostMortemReminderKind.DayBefore or PostMortemReminderKind.TwoHoursBefore, { } meeting) => Mrkdwn.Text(
                $"The post-mortem of {of} is on {Mrkdwn.Date(meeting)}. Please spend five minutes on the timeline before "
                    + $"then.{After(view)}"),
            (PostMortemReminderKind.DayBefore or PostMortemReminderKind.TwoHoursBefore, _) => Mrkdwn.Text(
                $"The post-mortem of {of} is due {due} and isn't scheduled yet.{After(view)}"),
            (PostMortemReminderKind.WhenDue, _) => Mrkdwn.Text(
                $"The post-mortem of {of} is due now ({due}). {Mrkdwn.Raw(ScheduleOrHeld)}"),
            (PostMortemReminderKind.DayOverdue, _) => Mrkdwn.Text(
                $"The post-mortem of {of} has been due since {due}. {Mrkdwn.Raw(ScheduleOrHeld)}"),
            (PostMortemReminderKind.ThreeDaysOverdue, _) => Mrkdwn.Text(
                $"The post-mortem of {of} was due {due} and hasn't been held. Who can help get it done?"),
            (PostMortemReminderKind.HoldWeekly, _) => Mrkdwn.Text(
                $"The post-mortem of {of} is {Overdue(postMortem, now)}. {Mrkdwn.Raw(ScheduleOrHeld)}"),
            (PostMortemReminderKind.PublishWeekly, _) => Mrkdwn.Text(
                $"The write-up of {of} is {Overdue(postMortem, now)}.{Missing(view)}"),
            (PostMortemReminderKind.CorrectionWaits or PostMortemReminderKind.CorrectionWeekly, _) => Mrkdwn.Text(
                $"The write-up of {of} has an unanswered correction. {Corrections(postMortem)}"),
            (PostMortemReminderKind.DraftDue, _) => Mrkdwn.Text(
                $"The post-mortem of {of} was held a day ago. Share the draft now: most of it is already filled in."),
            (PostMortemReminderKind.CorrectionsOver, _) => Mrkdwn.Text(
                $"The 48 hours for corrections to the draft of {of} are over. {Corrections(view.PostMortem)}{Missing(view)}"),
            (PostMortemReminderKind.ShareSoon or PostMortemReminderKind.ShareWeekly, _) => Mrkdwn.Text(
                $"{ShareBy(of, postMortem.WriteUp.ShareBy ?? postMortem.WriteUp.PublishedAt ?? default, now)}: "
                    + $"{string.Join(", and ", postMortem.WriteUp.OpenSharingSteps.Select(SharingWords.Task)).ToLowerInvariant()}."),
            (PostMortemReminderKind.PublishSoon, _) => Mrkdwn.Text($"The write-up of {of} should be published tomorrow.{Missing(view)}"),
            _ => Mrkdwn.Text($"The write-up of {of} should be published today.{Missing(view)}"),
        };
    }

    private static Mrkdwn ShareBy(Mrkdwn of, DateTimeOffset due, DateTimeOffset now) => due > now
        ? Mrkdwn.Text($"The write-up of {of} is published. Share it by {Mrkdwn.Date(due)}")
        : Mrkdwn.Text($"Sharing the write-up of {of} is {OverdueWords.Of(due, now)}. Still to do");

    private static Mrkdwn Overdue(PostMortem postMortem, DateTimeOffset now) =>
        PostMortemClock.OverdueSince(postMortem, now) is { } since ? OverdueWords.Of(since, now) : Mrkdwn.Raw("due");

    private static Mrkdwn Time(PostMortemView view) => view.PostMortem.Meeting.Start is { } meeting
        ? Mrkdwn.Text($"The meeting is on {Mrkdwn.Date(meeting)}.")
        : Mrkdwn.Raw("Schedule it while everyone remembers.");

    /// <summary>Preparation begins as soon as the incident is resolved: who drafts the timeline, and what to gather.</summary>
    private static Mrkdwn Begin(PostMortemView view)
    {
        var timeline = view.Incident.Lead is { } lead
            ? Mrkdwn.Text($"{Mrkdwn.User(lead.Value)}, please draft the timeline; you'll walk everyone through it.")
            : Mrkdwn.Raw("The on-call engineer drafts the timeline and presents it in the meeting.");
        return Mrkdwn.Text($"{timeline} {PreparationBlocks.Missing(view)}");
    }

    /// <summary>What is still missing for the meeting, on a line of its own.</summary>
    private static Mrkdwn After(PostMortemView view) =>
        PreparationBlocks.Missing(view) is { IsEmpty: false } missing ? Mrkdwn.Text($"\n{missing}") : Mrkdwn.Empty;

    private static Mrkdwn Missing(PostMortemView view)
    {
        var count = view.Completeness.Blocking.Count();
        return count == 0
            ? Mrkdwn.Raw(" Nothing is missing.")
            : Mrkdwn.Text($" {(count == 1 ? "1 point is" : $"{count} points are")} still missing.");
    }

    private static Mrkdwn Corrections(PostMortem postMortem)
    {
        var open = postMortem.WriteUp.Corrections.Count(correction => correction.Answer is CorrectionAnswer.Open);
        return (postMortem.WriteUp.Corrections.Count, open) switch
        {
            (0, _) => Mrkdwn.Raw("No one reported a mistake."),
            (var count, 0) => Mrkdwn.Text($"{Many(count)}, answered."),
            _ => Mrkdwn.Text($"Please answer {Many(open)}."),
        };
    }

    private static string Many(int corrections) => IncidentWords.Count(corrections, "correction", "corrections");

    private static IEnumerable<IActionsElement> Buttons(PostMortemView view, PostMortemReminderKind kind)
    {
        var number = view.Subject;
        yield return new Button(CardActions.PostMortem, CardActions.PostMortemLabel) { Value = number, Style = ButtonStyle.Primary };
        if (kind is PostMortemReminderKind.ShareSoon or PostMortemReminderKind.ShareWeekly)
        {
            foreach (var step in view.PostMortem.WriteUp.OpenSharingSteps)
            {
                yield return SharingWords.Button(step, number);
            }

            yield break;
        }

        if (PostMortemReminderCard.About(kind) == "correction")
        {
            foreach (var button in CorrectionButtons(view))
            {
                yield return button;
            }

            yield break;
        }

        if (SaysWhatIsMissing(kind))
        {
            yield return new Button(PostMortemActions.Preview, "Preview") { Value = number };
            yield return new Button(PostMortemActions.Publish, "Publish") { Value = number };
            yield break;
        }

        yield return new Button(PostMortemActions.Schedule, view.PostMortem.Meeting.Start is null ? "Schedule" : "Move meeting")
        {
            Value = number,
        };
        yield return new Button(PostMortemActions.MarkHeld, "We held it") { Value = number };
        if (view.PostMortem.Facilitator is null)
        {
            yield return new Button(PostMortemActions.Facilitator, "Choose facilitator") { Value = number };
        }
    }

    /// <summary>The same buttons as on the correction's own card, for the oldest that has no answer.</summary>
    private static IEnumerable<IActionsElement> CorrectionButtons(PostMortemView view)
    {
        if (view.PostMortem.WriteUp.Corrections.FirstOrDefault(known => known.Answer is CorrectionAnswer.Open) is { } open)
        {
            var value = ButtonValue.Write(view.Number, open.Id);
            yield return new Button(PostMortemActions.AcceptCorrection, "Accept") { Value = value };
            yield return new Button(PostMortemActions.DeclineCorrection, "Decline…") { Value = value };
        }
    }
}
