using System.Globalization;
using IncidentBot.Domain;
using IncidentBot.Domain.Language.Blame;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.WriteUps;
using IncidentBot.Forms.Wording;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.WriteUps.Sections;

/// <summary>One contributing factor: the condition, its category and its effect.</summary>
internal sealed class FactorForm : ISectionForm
{
    private const string Text = "text";
    private const string Category = "category";
    private const string Effect = "effect";
    private const string Assumption = "assumption";

    private static readonly Option IsAssumption = new("A reasonable assumption that turned out wrong", "yes");

    public string Title => "Contributing factor";

    public IReadOnlyList<ReviewedField> ReviewedFields { get; } = [new(Text, BlameField.Factor)];

    public IEnumerable<Block> Render(PostMortemView view, Guid item)
    {
        var factor = view.PostMortem.WriteUp.Factors.FirstOrDefault(factor => factor.Id == item);
        return
        [
            new InputBlock(Text, "What made the incident possible, worse, or harder to detect or fix?", new PlainTextInput("value")
            {
                Multiline = true,
                MaxLength = PostMortemLimits.Point,
                InitialValue = factor?.Text,
                Placeholder = "The alert looked at errors, not at missing traffic",
                FocusOnLoad = true,
            }),
            new InputBlock(Category, "Category", Select<FactorCategory>(DocumentWords.Of, factor?.Category)) { Optional = true },
            new InputBlock(Effect, "Effect", Select<FactorEffect>(DocumentWords.Of, factor?.Effect))
            {
                Optional = true,
                Hint = "Choose a category, an effect, or both.",
            },
            new InputBlock(Assumption, "Assumption", new Checkboxes("value")
            {
                Options = [IsAssumption],
                InitialOptions = factor is { IsAssumption: true } ? [IsAssumption] : [],
            })
            { Optional = true },
        ];
    }

    public Result Write(PostMortem postMortem, ViewState state, SectionEdit edit) => postMortem.WriteUp.WriteFactor(
        edit.Item,
        new FactorDraft(
            state.Text(Text),
            Chosen<FactorCategory>(state, Category),
            Chosen<FactorEffect>(state, Effect),
            state.Checked(Assumption, IsAssumption.Value)),
        edit.By,
        edit.Now);

    private static StaticSelect Select<T>(Func<T, string> wordOf, T? chosen)
        where T : struct, Enum => new("value")
        {
            Options = [.. Enum.GetValues<T>().Select(value => OptionOf(value, wordOf))],
            InitialOption = chosen is { } known ? OptionOf(known, wordOf) : null,
        };

    private static Option OptionOf<T>(T value, Func<T, string> wordOf)
        where T : struct, Enum => new(wordOf(value), string.Format(CultureInfo.InvariantCulture, "{0}", value));

    private static T? Chosen<T>(ViewState state, string field)
        where T : struct, Enum => Enum.TryParse<T>(state.SelectedOption(field), out var value) ? value : null;
}
