using IncidentBot.Domain.Causes;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.PostMortems.Causes;

/// <summary>The part of the whys' form in which the gap gets its class: suggested ones, or the name of a new one.</summary>
internal static class CauseField
{
    /// <summary>The field with the gap's sentence.</summary>
    public const string Gap = "gap";

    public const string Class = "cause";
    public const string Name = "cause_name";

    /// <summary>Value of the option for a class that no one used before.</summary>
    public const string New = "new";

    private const string Buttons = "cause_buttons";
    private const int MostSuggested = 7;

    private static readonly Option NewClass = new("None of these: new class", New);

    public static IEnumerable<Block> Render(PostMortemKey key, CauseClass? current, CauseChoices choices)
    {
        if (IsFirst(choices, current))
        {
            yield return NameOf(CauseWords.Label);
            yield break;
        }

        yield return new ActionsBlock(new Button(PostMortemActions.SuggestCauses, "Suggest classes") { Value = key.WriteValue() })
        {
            BlockId = Buttons,
        };
        yield return Choice(choices, current?.Id.ToString("N"), current);
        yield return NameOf("Name of the new class");
    }

    /// <summary>The same for a text that is fixed, so that nothing can be suggested anew.</summary>
    public static IEnumerable<Block> Render(CauseClass? current, CauseChoices choices) => IsFirst(choices, current)
        ? [NameOf(CauseWords.Label) with { Optional = false }]
        : [Choice(choices, current?.Id.ToString("N"), current), NameOf("Name of the new class")];

    /// <summary>The choice among the suggested classes; the chosen one stays among them.</summary>
    /// <param name="choices">The suggestions.</param>
    /// <param name="chosen">The value of the chosen option; null when nothing is chosen.</param>
    /// <param name="current">The gap's class as it is saved.</param>
    public static InputBlock Choice(CauseChoices choices, string? chosen, CauseClass? current)
    {
        List<Option> options = [.. choices.Choices.Take(MostSuggested).Select(Suggested)];
        if (current is not null && !options.Exists(option => option.Value == current.Id.ToString("N")))
        {
            options.Insert(0, new Option(current.Name, current.Id.ToString("N")));
        }

        options.Insert(choices.IsNew ? 0 : options.Count, NewClass);
        return new InputBlock(
            Class,
            CauseWords.Label,
            new RadioButtons("value") { Options = options, InitialOption = options.Find(option => option.Value == chosen) })
        {
            Optional = true,
            Hint = "Gaps of one class count together, so that a cause that comes back is seen. Everyone sees the names of classes.",
        };
    }

    /// <summary>No class was used before: there is nothing to choose from.</summary>
    private static bool IsFirst(CauseChoices choices, CauseClass? current) =>
        choices is { Choices.Count: 0, IsUnknown: false } && current is null;

    private static InputBlock NameOf(string label) =>
        new(Name, label, new PlainTextInput("value") { MaxLength = CauseClass.NameLimit })
        {
            Optional = true,
            Hint = "Short, such as “Shared pool without a limit”. The name of a known class chooses that class.",
        };

    public static string? ReadClass(ViewState state) => state.SelectedOption(Class);

    public static string ReadName(ViewState state) => state.Text(Name);

    private static Option Suggested(CauseChoice choice) => new(choice.Class.Name, choice.Class.Id.ToString("N"))
    {
        Description = choice.Reason.Length > 0 ? new PlainText(choice.Reason) : null,
    };
}
