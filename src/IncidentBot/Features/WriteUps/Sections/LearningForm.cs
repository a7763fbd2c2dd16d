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

/// <summary>One learning, and where it lands.</summary>
internal sealed class LearningForm : ISectionForm
{
    private const string Text = "text";
    private const string Destination = "destination";
    private const string Link = "link";

    public string Title => "Learning";

    public IReadOnlyList<ReviewedField> Worded { get; } = [new(Text, BlameField.Learning)];

    public IEnumerable<Block> Render(PostMortemView view, Guid item)
    {
        var learning = view.PostMortem.Learnings.FirstOrDefault(learning => learning.Id == item);
        return
        [
            new InputBlock(Text, "What do you understand now that you did not before?", new PlainTextInput("value")
            {
                Multiline = true,
                MaxLength = PostMortemLimits.Point,
                InitialValue = learning?.Text,
                FocusOnLoad = true,
            }),
            new InputBlock(Destination, "Where does it land?", new StaticSelect("value")
            {
                Options = [.. Enum.GetValues<LearningDestination>().Select(OptionOf)],
                InitialOption = learning?.Destination is { } known ? OptionOf(known) : null,
            })
            {
                Optional = true,
                Hint = "A lesson prevents something once it stands where people work.",
            },
            new InputBlock(Link, "What did it become?", new UrlTextInput("value") { InitialValue = learning?.Link })
            {
                Optional = true,
                Hint = "The address of the decision record, the risk, the runbook or the test.",
            },
        ];
    }

    public Result Write(PostMortem postMortem, ViewState state, SectionEdit edit) => postMortem.WriteLearning(
        edit.Item,
        state.Text(Text),
        Enum.TryParse<LearningDestination>(state.SelectedOption(Destination), out var destination) ? destination : null,
        edit.By,
        edit.Now,
        state.Text(Link));

    private static Option OptionOf(LearningDestination destination) => new(DestinationWords.Of(destination), destination.ToString());
}
