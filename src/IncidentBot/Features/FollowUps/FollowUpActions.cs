using IncidentBot.Commands;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.FollowUps;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.FollowUps;

/// <summary>
/// The answer buttons of the follow-up reviews. Each carries the state it was shown with, so that a double click is one answer
/// and none is replaced unseen. A name never changes its meaning.
/// </summary>
internal static class FollowUpActions
{
    /// <summary>Value of this and the next two: the action's id, and how often it was answered, "0195…:0".</summary>
    public const string Achieved = "effect_achieved";

    public const string NotYet = "effect_not_yet";

    /// <summary>Asks something first: the button's id is also its modal's callback id.</summary>
    public const string DidNotWork = "effect_did_not_work";

    /// <summary>The menu of an answered question; an option carries the answer as well, "effect_not_yet:0195…:1".</summary>
    public const string ChangeEffectiveness = "effect_change";

    /// <summary>Value of this and the next two: the incident's number, and how many answers there were, "12:0".</summary>
    public const string NotBack = "return_not_back";

    /// <summary>Asks something first: the button's id is also its modal's callback id.</summary>
    public const string CameBack = "return_came_back";

    public const string TooEarly = "return_too_early";

    /// <summary>The menu of an answered question; an option carries the answer as well, "return_not_back:12:1".</summary>
    public const string ChangeRecurrence = "return_change";

    public static string Label(string action) => action switch
    {
        Achieved => "Achieved",
        NotYet => "Not yet",
        DidNotWork => "Didn't work",
        NotBack => "Hasn't happened again",
        CameBack => "Happened again",
        _ => "Too early to say",
    };

    /// <summary>All in one style, so that none is suggested.</summary>
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

    /// <summary>The value of a button, "0195…:0", or of a menu's option, which begins with the answer.</summary>
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
