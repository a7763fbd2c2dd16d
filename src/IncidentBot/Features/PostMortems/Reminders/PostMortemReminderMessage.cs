using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.WriteUps;
using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.PostMortems.Reminders;

/// <summary>A reminder: what is owed, by when, and the buttons that get on with it.</summary>
internal static class PostMortemReminderMessage
{
    public static MessageContent Render(PostMortemView view, PostMortemReminderKind kind)
    {
        var text = Text(view, kind);
        return new MessageContent(text, new SectionBlock(text), new ActionsBlock([.. Buttons(view, kind)]));
    }

    private static Mrkdwn Text(PostMortemView view, PostMortemReminderKind kind)
    {
        var of = Mrkdwn.Text($"*{IncidentWords.Title(view.Incident)}*");
        var postMortem = view.PostMortem;
        var due = postMortem.DueAt is { } at ? Mrkdwn.Date(at) : Mrkdwn.Raw("its deadline");
        return (kind, postMortem.MeetingAt) switch
        {
            (PostMortemReminderKind.AtResolve, _) => Mrkdwn.Text(
                $"{of} is {(view.Incident.IsReport ? "recorded" : "resolved")}. Its post-mortem is {PostMortemWords.Need(postMortem).ToLowerInvariant()}, to be held by {due}. {Time(view)}\n{Begin(view)}"),
            (PostMortemReminderKind.DayBefore or PostMortemReminderKind.TwoHoursBefore, { } meeting) => Mrkdwn.Text(
                $"The post-mortem of {of} meets {Mrkdwn.Date(meeting)}. Five minutes with the timeline now save twenty then.{After(view)}"),
            (PostMortemReminderKind.DayBefore or PostMortemReminderKind.TwoHoursBefore, _) => Mrkdwn.Text(
                $"The post-mortem of {of} is due {due} and has no time yet.{After(view)}"),
            (PostMortemReminderKind.WhenDue, _) => Mrkdwn.Text(
                $"The post-mortem of {of} is due now ({due}). If it took place, say so; if not, choose the next time that suits."),
            (PostMortemReminderKind.DayOverdue, _) => Mrkdwn.Text(
                $"The post-mortem of {of} has been due since {due}. What is not talked about now is soon forgotten."),
            (PostMortemReminderKind.ThreeDaysOverdue, _) => Mrkdwn.Text(
                $"The post-mortem of {of} has been due since {due} and has not been held. Who can help to get it done?"),
            (PostMortemReminderKind.DraftDue, _) => Mrkdwn.Text(
                $"The post-mortem of {of} was held a day ago. Share the draft while it is fresh: most of it is filled in already."),
            (PostMortemReminderKind.CorrectionsOver, _) => Mrkdwn.Text(
                $"The draft of {of} has been out for 48 hours, so the time for corrections is over. {Corrections(view.PostMortem)}{Missing(view)}"),
            (PostMortemReminderKind.ShareSoon, _) => Mrkdwn.Text(
                $"The write-up of {of} is published. So that others learn from it too, by {Mrkdwn.Date(postMortem.ShareBy ?? postMortem.PublishedAt ?? default)}: {string.Join(", and ", postMortem.StepsToShare.Select(SharingWords.Task)).ToLowerInvariant()}."),
            (PostMortemReminderKind.PublishSoon, _) => Mrkdwn.Text($"The write-up of {of} should be published tomorrow.{Missing(view)}"),
            _ => Mrkdwn.Text($"The write-up of {of} should be published today.{Missing(view)}"),
        };
    }

    private static Mrkdwn Time(PostMortemView view) => view.PostMortem.MeetingAt is { } meeting
        ? Mrkdwn.Text($"Its time is chosen: {Mrkdwn.Date(meeting)}.")
        : Mrkdwn.Raw("Choose a time while everybody remembers.");

    /// <summary>Preparing begins when it is resolved: who drafts the timeline, and what to gather.</summary>
    private static Mrkdwn Begin(PostMortemView view)
    {
        var who = view.Incident.Lead is { } lead ? Mrkdwn.User(lead.Value) : Mrkdwn.Raw("Whoever was on call");
        return Mrkdwn.Text($"{who} drafts the timeline and leads its part of the meeting: nobody knows better what came when. {PreparationBlocks.Missing(view)}");
    }

    /// <summary>What is still missing for the meeting, on a line of its own.</summary>
    private static Mrkdwn After(PostMortemView view) =>
        PreparationBlocks.Missing(view) is { IsEmpty: false } missing ? Mrkdwn.Text($"\n{missing}") : Mrkdwn.Empty;

    private static Mrkdwn Missing(PostMortemView view)
    {
        var count = view.Completeness.Blocking.Count();
        return count == 0 ? Mrkdwn.Raw(" Nothing stands in its way.") : Mrkdwn.Text($" What is still missing: {count} {(count == 1 ? "part" : "parts")}.");
    }

    private static Mrkdwn Corrections(PostMortem postMortem)
    {
        var open = postMortem.Corrections.Count(correction => correction.Answer is CorrectionAnswer.Open);
        return (postMortem.Corrections.Count, open) switch
        {
            (0, _) => Mrkdwn.Raw("Nobody found anything wrong."),
            (var count, 0) => Mrkdwn.Text($"{count} came and {(count == 1 ? "is" : "all are")} answered."),
            _ => Mrkdwn.Text($"{open} {(open == 1 ? "waits" : "wait")} for your answer."),
        };
    }

    private static IEnumerable<IActionsElement> Buttons(PostMortemView view, PostMortemReminderKind kind)
    {
        var number = view.Subject;
        yield return new Button(CardActions.PostMortem, "Open post-mortem") { Value = number, Style = ButtonStyle.Primary };
        if (kind is PostMortemReminderKind.ShareSoon)
        {
            foreach (var step in view.PostMortem.StepsToShare)
            {
                yield return SharingWords.Button(step, number);
            }

            yield break;
        }

        if (kind is PostMortemReminderKind.DraftDue or PostMortemReminderKind.PublishSoon or PostMortemReminderKind.PublishDue
            or PostMortemReminderKind.CorrectionsOver)
        {
            yield return new Button(PostMortemActions.Preview, "Preview") { Value = number };
            yield return new Button(PostMortemActions.Publish, "Publish") { Value = number };
            yield break;
        }

        yield return new Button(PostMortemActions.Schedule, view.PostMortem.MeetingAt is null ? "Schedule" : "Move the meeting") { Value = number };
        yield return new Button(PostMortemActions.Held, "We held it") { Value = number };
        if (view.PostMortem.Facilitator is null)
        {
            yield return new Button(PostMortemActions.Facilitator, "Facilitator") { Value = number };
        }
    }
}
