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
    private const int Long = 600;
    private const int MostLinked = 5;

    public const string GapIsOpen = "The structural gap is open again";

    /// <summary>"Thu 2 Apr 2026: did the actions work?".</summary>
    public static Mrkdwn Day(FollowUp review) => Mrkdwn.Text($"{ActionWords.Day(review.On)}: {Question(review.Kind)}");

    /// <summary>The same with the answers so far.</summary>
    public static Mrkdwn Answered(FollowUp review, PostMortemView view) => Mrkdwn.Join(" ", Day(review), Answer(review, view));

    /// <summary>Why the gap is open again: "Alert on the queue didn't work: the alert has no reader".</summary>
    public static Mrkdwn Of(ReopenReason cause) => cause switch
    {
        { Action: { } action } =>
            Mrkdwn.Text($"*{PostMortemWords.Fit(action, Long)}* didn't work: {PostMortemWords.Fit(cause.Sentence, Long)}"),
        { IncidentNumber: { } number } =>
            Mrkdwn.Text($"It happened again as incident {number}: {PostMortemWords.Fit(cause.Sentence, Long)}"),
        _ => Mrkdwn.Text($"It happened again: {PostMortemWords.Fit(cause.Sentence, Long)}"),
    };

    /// <summary>The gap in quotation marks; nothing when none was named.</summary>
    public static Mrkdwn Gap(string gap) => gap.Length == 0 ? Mrkdwn.Empty : Mrkdwn.Text($"“{PostMortemWords.Fit(gap, Long)}”");

    /// <summary>What was answered about an action.</summary>
    public static Mrkdwn Of(ActionItem item) => item.Verdict switch
    {
        EffectivenessVerdict.Achieved => Mrkdwn.Raw("it worked"),
        EffectivenessVerdict.DidNotWork => Mrkdwn.Text($"it didn't work: {PostMortemWords.Fit(item.VerdictReason ?? "", Long)}"),
        _ => Mrkdwn.Raw("too early to say whether it worked"),
    };

    /// <summary>What was answered to the recurrence check.</summary>
    public static Mrkdwn Of(RecurrenceAnswer answer) => answer switch
    {
        { Verdict: RecurrenceVerdict.NotBack } => Mrkdwn.Raw("it hasn't happened again"),
        { Verdict: RecurrenceVerdict.TooEarly } => Mrkdwn.Raw("too early to say"),
        { IncidentNumber: { } number } =>
            Mrkdwn.Text($"it happened again as incident {number}: {PostMortemWords.Fit(answer.Sentence ?? "", Long)}"),
        _ => Mrkdwn.Text($"it happened again: {PostMortemWords.Fit(answer.Sentence ?? "", Long)}"),
    };

    /// <summary>The later incidents of the same service, in one line.</summary>
    public static Mrkdwn Since(Incident incident, IReadOnlyList<LaterIncident> later)
    {
        if (incident.Service is not { } service)
        {
            return Mrkdwn.Raw("The incident has no service, so I can't look for later ones.");
        }

        var links = Mrkdwn.Join(", ", later.Take(MostLinked).Select(each => each.Link));
        return later.Count == 0
            ? Mrkdwn.Text($"Incidents of {service} since then: none so far.")
            : Mrkdwn.Text($"Incidents of {service} since then: {later.Count} ({links}{(later.Count > MostLinked ? ", …" : "")}).");
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
        FollowUpKind.Impact when view.PostMortem.Reviews.RecurrenceAnswers is [.., var last] =>
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
