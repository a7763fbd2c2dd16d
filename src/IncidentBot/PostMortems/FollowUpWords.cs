using IncidentBot.Cards;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.FollowUps;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.PostMortems;

/// <summary>Follow-up reviews in words, the same on the board, in the overview and in the questions.</summary>
internal static class FollowUpWords
{
    // Escaping can make a text five times as long, and a section holds 3000 characters.
    private const int MaxText = 600;
    private const int MaxLinks = 5;

    public const string GapIsOpen = "The structural gap is open again";
    public const string ReopenHint = "One sentence without names, shown under the write-up. Saving reopens the structural gap.";

    /// <summary>For the second of two people who answer.</summary>
    public const string ChangeAnswer = "If you disagree, change the answer in the message.";

    /// <summary>The date and the question: "Thu 2 Apr 2026: did the actions work?".</summary>
    public static Mrkdwn Day(FollowUp review) => Mrkdwn.Text($"{ActionWords.Day(review.On)}: {Question(review.Kind)}");

    /// <summary>The date, the question and the answers so far.</summary>
    public static Mrkdwn Answered(FollowUp review, PostMortemView view) => Mrkdwn.Join(" ", Day(review), Answer(review, view));

    /// <summary>Why the structural gap is open again: "Alert on the queue didn't work: the alert has no reader".</summary>
    public static Mrkdwn Of(ReopenReason cause) => cause switch
    {
        { Action: { } action } =>
            Mrkdwn.Text($"*{Mrkdwn.Escape(action, MaxText)}* didn't work: {Mrkdwn.Escape(cause.Sentence, MaxText)}"),
        { IncidentNumber: { } number } =>
            Mrkdwn.Text($"It happened again as incident {number}: {Mrkdwn.Escape(cause.Sentence, MaxText)}"),
        _ => Mrkdwn.Text($"It happened again: {Mrkdwn.Escape(cause.Sentence, MaxText)}"),
    };

    /// <summary>The structural gap in quotation marks; empty when none was written.</summary>
    public static Mrkdwn Gap(string gap) => gap.Length == 0 ? Mrkdwn.Empty : Mrkdwn.Text($"“{Mrkdwn.Escape(gap, MaxText)}”");

    /// <summary>The verdict on an action.</summary>
    public static Mrkdwn Of(ActionItem item) => item.Verdict switch
    {
        EffectivenessVerdict.Achieved => Mrkdwn.Raw("it worked"),
        EffectivenessVerdict.DidNotWork => Mrkdwn.Text($"it didn't work: {Mrkdwn.Escape(item.VerdictReason ?? "", MaxText)}"),
        _ => Mrkdwn.Raw("too early to say whether it worked"),
    };

    /// <summary>The answer to the recurrence check.</summary>
    public static Mrkdwn Of(RecurrenceAnswer answer) => answer switch
    {
        { Verdict: RecurrenceVerdict.NotBack } => Mrkdwn.Raw("it hasn't happened again"),
        { Verdict: RecurrenceVerdict.TooEarly } => Mrkdwn.Raw("too early to say"),
        { IncidentNumber: { } number } =>
            Mrkdwn.Text($"it happened again as incident {number}: {Mrkdwn.Escape(answer.Sentence ?? "", MaxText)}"),
        _ => Mrkdwn.Text($"it happened again: {Mrkdwn.Escape(answer.Sentence ?? "", MaxText)}"),
    };

    /// <summary>The later incidents that affected the same service, in one line.</summary>
    public static Mrkdwn IncidentsSince(Incident incident, IReadOnlyList<LaterIncident> later)
    {
        if (incident.Service is not { } service)
        {
            return Mrkdwn.Raw("This incident names no service, so I can't find later ones.");
        }

        var links = Mrkdwn.Join(", ", later.Take(MaxLinks).Select(each => each.Link));
        return later.Count == 0
            ? Mrkdwn.Text($"Later incidents affecting {service}: none so far.")
            : Mrkdwn.Text($"Later incidents affecting {service}: {later.Count} ({links}{(later.Count > MaxLinks ? ", …" : "")}).");
    }

    public static string Question(FollowUpKind kind) => kind switch
    {
        FollowUpKind.Progress => "how are the actions going?",
        FollowUpKind.Effectiveness => "did the actions work?",
        _ => "has it happened again?",
    };

    private static Mrkdwn Answer(FollowUp review, PostMortemView view) => review.Kind switch
    {
        FollowUpKind.Effectiveness when view.Actions.Any(action => action.Verdict is not null) => EffectivenessAnswers(view),
        FollowUpKind.RecurrenceCheck when view.PostMortem.Reviews.RecurrenceAnswers is [.., var last] =>
            Mrkdwn.Text($"{Mrkdwn.User(last.By.Value)}: {Of(last)}"),
        _ => Mrkdwn.Empty,
    };

    private static Mrkdwn EffectivenessAnswers(PostMortemView view)
    {
        (string Words, int Count)[] counts =
        [
            ("verified", view.Actions.Count(action => action.IsVerified)),
            ("didn't work", view.Actions.Count(action => action.Verdict == EffectivenessVerdict.DidNotWork)),
            (
                "done, not verified yet",
                view.Actions.Count(action => action.State == ActionState.Done && action.Verdict is null or EffectivenessVerdict.NotYet)),
            ("still open", view.Actions.Count(action => !action.IsClosed)),
        ];
        return Mrkdwn.Join(", ", counts.Where(each => each.Count > 0).Select(each => Mrkdwn.Text($"{each.Count} {each.Words}")));
    }
}
