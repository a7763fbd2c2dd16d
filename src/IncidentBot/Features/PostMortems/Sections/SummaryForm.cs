using IncidentBot.Domain;
using IncidentBot.Domain.Language.Blame;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Forms.Wording;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.PostMortems.Sections;

/// <summary>Two or three sentences; the sentence that was given at resolve is the start.</summary>
internal sealed class SummaryForm : ISectionForm
{
    private const string Field = "summary";

    public string Title => "Summary";

    public IReadOnlyList<WordedField> Worded { get; } = [new(Field, BlameField.Summary)];

    public IEnumerable<Block> Render(Dossier dossier, Guid item)
    {
        yield return new InputBlock(Field, "What happened, when, and what did it cost?", new PlainTextInput("value")
        {
            Multiline = true,
            MaxLength = PostMortemLimits.Summary,
            InitialValue = dossier.PostMortem.Summary is { Length: > 0 } written ? written : dossier.Incident.Resolution,
            FocusOnLoad = true,
        })
        {
            Optional = true,
            Hint = "Two or three sentences. For most readers this is the whole document.",
        };
    }

    public Result Write(PostMortem postMortem, ViewState state, SectionEdit edit) =>
        postMortem.WriteSummary(state.Text(Field), edit.By, edit.Now);
}
