using IncidentBot.Cards;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.FollowUps;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.PostMortems;

/// <summary>Looking at it again in words, the same on the board, in the hub and in the questions.</summary>
internal static class FollowUpWords
{
    // Escaping may make a text five times as long, and a section holds 3000 characters.
    private const int Long = 600;
    private const int MostLinked = 5;

    /// <summary>"Thu 2 Apr 2026: did the actions work?".</summary>
    public static Mrkdwn Day(FollowUp look) => Mrkdwn.Text($"{ActionWords.Day(look.On)}: {Question(look.Kind)}");

    /// <summary>The same with what was answered so far.</summary>
    public static Mrkdwn Answered(FollowUp look, PostMortemView view) => Mrkdwn.Join(" ", Day(look), Answer(look, view));

    /// <summary>Why the gap is open again: "Alert on the queue did not work: the alert has no reader".</summary>
    public static Mrkdwn Of(OpenCause cause) => cause switch
    {
        { Action: { } action } => Mrkdwn.Text($"*{PostMortemWords.Fit(action, Long)}* did not work: {PostMortemWords.Fit(cause.Sentence, Long)}"),
        { IncidentNumber: { } number } => Mrkdwn.Text($"It came back as incident {number}: {PostMortemWords.Fit(cause.Sentence, Long)}"),
        _ => Mrkdwn.Text($"It came back: {PostMortemWords.Fit(cause.Sentence, Long)}"),
    };

    /// <summary>The gap in quotation marks; nothing when none was named.</summary>
    public static Mrkdwn Gap(string gap) => gap.Length == 0 ? Mrkdwn.Empty : Mrkdwn.Text($"“{PostMortemWords.Fit(gap, Long)}”");

    /// <summary>What was answered about an action.</summary>
    public static Mrkdwn Of(ActionItem item) => item.Verdict switch
    {
        EffectivenessVerdict.Achieved => Mrkdwn.Raw("it worked"),
        EffectivenessVerdict.DidNotWork => Mrkdwn.Text($"it did not work: {PostMortemWords.Fit(item.VerdictReason ?? "", Long)}"),
        _ => Mrkdwn.Raw("too early to say whether it worked"),
    };

    /// <summary>What was answered about its coming back.</summary>
    public static Mrkdwn Of(RecurrenceAnswer answer) => answer switch
    {
        { Verdict: RecurrenceVerdict.NotBack } => Mrkdwn.Raw("it has not come back"),
        { Verdict: RecurrenceVerdict.TooEarly } => Mrkdwn.Raw("too early to say"),
        { IncidentNumber: { } number } => Mrkdwn.Text($"it came back as incident {number}: {PostMortemWords.Fit(answer.Sentence ?? "", Long)}"),
        _ => Mrkdwn.Text($"it came back: {PostMortemWords.Fit(answer.Sentence ?? "", Long)}"),
    };

    /// <summary>What the log knows since something, in one line.</summary>
    public static Mrkdwn Since(Incident incident, IReadOnlyList<LaterIncident> later)
    {
        if (incident.Service is not { } service)
        {
            return Mrkdwn.Raw("The incident names no service, so I cannot see whether there was another one.");
        }

        var links = Mrkdwn.Join(", ", later.Take(MostLinked).Select(each => each.Link));
        return later.Count == 0
            ? Mrkdwn.Text($"Incidents of {service} since then: none so far.")
            : Mrkdwn.Text($"Incidents of {service} since then: {later.Count} ({links}{(later.Count > MostLinked ? ", …" : "")}).");
    }

    public static string Question(FollowUpKind kind) => kind switch
    {
        FollowUpKind.Progress => "how do the actions get on?",
        FollowUpKind.Effectiveness => "did the actions work?",
        _ => "has it come back?",
    };

    private static Mrkdwn Answer(FollowUp look, PostMortemView view) => look.Kind switch
    {
        FollowUpKind.Effectiveness when view.Actions.Any(action => action.Verdict is not null) => EffectivenessAnswers(view),
        FollowUpKind.Impact when view.PostMortem.ReturnAnswers is [.., var last] => Mrkdwn.Text($"{Mrkdwn.User(last.By.Value)}: {Of(last)}"),
        _ => Mrkdwn.Empty,
    };

    private static Mrkdwn EffectivenessAnswers(PostMortemView view)
    {
        (string Words, int Count)[] counts =
        [
            ("verified", view.Actions.Count(action => action.IsVerified)),
            ("did not work", view.Actions.Count(action => action.Verdict == EffectivenessVerdict.DidNotWork)),
            ("done, not verified yet", view.Actions.Count(action => action.State == ActionState.Done && action.Verdict is null or EffectivenessVerdict.NotYet)),
            ("still open", view.Actions.Count(action => !action.IsClosed)),
        ];
        return Mrkdwn.Join(", ", counts.Where(each => each.Count > 0).Select(each => Mrkdwn.Text($"{each.Count} {each.Words}")));
    }
}
