using IncidentBot.Commands;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.FollowUps;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Cards;

/// <summary>
/// The answer buttons of the follow-up reviews. Each carries how many answers there were when it was shown, so that a double click is
/// one answer and no one replaces an answer unseen. The ids never change.
/// </summary>
internal static class FollowUpActions
{
    /// <summary>The value of this and the next two is the action item's id and the number of answers: "0195…:0".</summary>
    public const string Achieved = "effect_achieved";

    public const string NotYet = "effect_not_yet";

    /// <summary>Opens a form; the button's id is also the form's callback id.</summary>
    public const string DidNotWork = "effect_did_not_work";

    /// <summary>The menu of an answered question. An option begins with its answer: "effect_not_yet:0195…:1".</summary>
    public const string ChangeEffectiveness = "effect_change";

    /// <summary>The value of this and the next two is the incident's number and the number of answers: "12:0".</summary>
    public const string NotBack = "return_not_back";

    /// <summary>Opens a form; the button's id is also the form's callback id.</summary>
    public const string CameBack = "return_came_back";

    public const string TooEarly = "return_too_early";

    /// <summary>The menu of an answered question. An option begins with its answer: "return_not_back:12:1".</summary>
    public const string ChangeRecurrence = "return_change";

    /// <summary>Opens the form that asks what was learned since. Value: the incident's number.</summary>
    public const string AddNote = "review_note_open";

    /// <summary>How the meeting was. Value: the incident's number.</summary>
    public const string WorthIt = "meeting_worth_it";

    public const string NotWorthIt = "meeting_not_worth_it";

    public const string SafeToSpeak = "meeting_safe";

    public const string NotSafeToSpeak = "meeting_not_safe";

    public static string Label(string action) => action switch
    {
        Achieved => "Achieved",
        NotYet => "Not yet",
        DidNotWork => "Didn't work",
        NotBack => "Hasn't happened again",
        CameBack => "Happened again",
        AddNote => "Add insight",
        WorthIt => "Worth my time",
        NotWorthIt => "Not worth it",
        SafeToSpeak => "Safe to speak",
        NotSafeToSpeak => "Not safe",
        _ => "Too early to say",
    };

    /// <summary>The answers to "Did it work?".</summary>
    public static ActionsBlock Answers(ActionItem item) => new(
        Button(Achieved, FollowUpKey.Value(item)), Button(NotYet, FollowUpKey.Value(item)), Button(DidNotWork, FollowUpKey.Value(item)));

    /// <summary>The answers to "Has it happened again?".</summary>
    public static ActionsBlock Answers(PostMortem postMortem) => new(
        Button(NotBack, FollowUpKey.Value(postMortem)),
        CameBackButton(postMortem),
        Button(TooEarly, FollowUpKey.Value(postMortem)));

    /// <summary>The one answer that can be given before the question is asked.</summary>
    public static Button CameBackButton(PostMortem postMortem) => Button(CameBack, FollowUpKey.Value(postMortem));

    /// <summary>All have the same style, so that no answer is suggested.</summary>
    public static Button Button(string action, string value) => new(action, Label(action)) { Value = value };

    /// <summary>The answers other than the current one.</summary>
    public static Overflow Menu(string menu, string value, params IEnumerable<string> actions) =>
        new(menu, [.. actions.Select(action => new Option(new PlainText(Label(action)), $"{action}:{value}"))]);

    public static string Of(EffectivenessVerdict verdict) => verdict switch
    {
        EffectivenessVerdict.Achieved => Achieved,
        EffectivenessVerdict.NotYet => NotYet,
        _ => DidNotWork,
    };

    public static string Of(RecurrenceVerdict verdict) => verdict switch
    {
        RecurrenceVerdict.NotBack => NotBack,
        RecurrenceVerdict.CameBack => CameBack,
        _ => TooEarly,
    };
}

/// <summary>Which answer was pressed, about what, and how many answers there were when it was shown.</summary>
internal sealed record FollowUpKey(string Action, string Subject, int Seen)
{
    public Guid ItemId => ButtonValue.Read(Subject).Id();

    public int Number => ButtonValue.Read(Subject).Number();

    /// <summary>Reads the value of a button ("0195…:0"), or of a menu option, which begins with the answer.</summary>
    public static FollowUpKey Read(string action, string value)
    {
        var parts = ButtonValue.Read(value);
        return parts.Count == 2
            ? new FollowUpKey(action, parts.Text(), parts.Number(1))
            : new FollowUpKey(parts.Text(), parts.Text(1), parts.Number(2));
    }

    public static string Value(ActionItem item) => ButtonValue.Write(item.Id, item.TimesJudged);

    public static string Value(PostMortem postMortem) =>
        ButtonValue.Write(postMortem.IncidentNumber, postMortem.Reviews.RecurrenceAnswers.Count);
}
