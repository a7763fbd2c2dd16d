using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Domain.Language.Blame;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.WriteUps;
using IncidentBot.Forms.Wording;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.WriteUps.Sections;

/// <summary>One learning, and where it goes.</summary>
internal sealed class LearningForm : ISectionForm
{
    private const string Text = "text";
    private const string Destination = "destination";
    private const string Link = "link";

    public string Title => "Learning";

    public IReadOnlyList<ReviewedField> ReviewedFields { get; } = [new(Text, BlameField.Learning)];

    public IEnumerable<Block> Render(PostMortemView view, Guid item)
    {
        var learning = view.PostMortem.WriteUp.Learnings.FirstOrDefault(learning => learning.Id == item);
        return
        [
            new InputBlock(Text, "What did we learn?", new PlainTextInput("value")
            {
                Multiline = true,
                MaxLength = PostMortemLimits.Point,
                InitialValue = learning?.Text,
                FocusOnLoad = true,
            }),
            new InputBlock(Destination, "Where does the learning go?", new StaticSelect("value")
            {
                Options = [.. Enum.GetValues<LearningDestination>().Select(OptionOf)],
                InitialOption = learning?.Destination is { } known ? OptionOf(known) : null,
            })
            {
                Optional = true,
                Hint = "Choose the place where people will look for it.",
            },
            new InputBlock(Link, "Link", new UrlTextInput("value") { InitialValue = learning?.Link })
            {
                Optional = true,
                Hint = "The decision record, risk, runbook or test that came out of the learning.",
            },
        ];
    }

    public Result Write(PostMortem postMortem, ViewState state, SectionEdit edit) => postMortem.WriteUp.WriteLearning(
        edit.Item,
        state.Text(Text),
        Enum.TryParse<LearningDestination>(state.SelectedOption(Destination), out var destination) ? destination : null,
        edit.By,
        edit.Now,
        state.Text(Link));

    private static Option OptionOf(LearningDestination destination) => new(DestinationWords.Of(destination), destination.ToString());
}
