using IncidentBot.Domain;
using IncidentBot.Domain.Language.Blame;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Forms.Wording;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.WriteUps.Sections;

/// <summary>Two or three sentences; prefilled with the sentence from the resolve form.</summary>
internal sealed class SummaryForm : ISectionForm
{
    private const string Field = "summary";

    public string Title => "Summary";

    public IReadOnlyList<ReviewedField> Worded { get; } = [new(Field, BlameField.Summary)];

    public IEnumerable<Block> Render(PostMortemView view, Guid item)
    {
        yield return new InputBlock(Field, "What happened, when, and what was the impact?", new PlainTextInput("value")
        {
            Multiline = true,
            MaxLength = PostMortemLimits.Summary,
            InitialValue = view.PostMortem.WriteUp.Summary is { Length: > 0 } written ? written : view.Incident.Resolution,
            FocusOnLoad = true,
        })
        {
            Optional = true,
            Hint = "Two or three sentences. Many people read only this.",
        };
    }

    public Result Write(PostMortem postMortem, ViewState state, SectionEdit edit) =>
        postMortem.WriteUp.WriteSummary(state.Text(Field), edit.By, edit.Now);
}
