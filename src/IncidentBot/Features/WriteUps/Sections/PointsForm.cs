using IncidentBot.Domain;
using IncidentBot.Domain.Language.Blame;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.WriteUps;
using IncidentBot.Forms;
using IncidentBot.Forms.Wording;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.WriteUps.Sections;

/// <summary>A list of points, one per line.</summary>
internal sealed class PointsForm(
    string field, string title, string hint,
    Func<WriteUp, IReadOnlyList<string>> written, Func<WriteUp, IEnumerable<string>, SectionEdit, Result> write)
    : ISectionForm
{
    public string Title => title;

    public IEnumerable<Block> Render(PostMortemView view, Guid item)
    {
        var points = written(view.PostMortem.WriteUp);
        yield return new InputBlock(field, $"{title}, one point per line", new PlainTextInput("value")
        {
            Multiline = true,
            MaxLength = PlainTextInput.MaxTextLength,
            InitialValue = points.Count > 0 ? SlackText.Truncate(string.Join('\n', points), PlainTextInput.MaxTextLength) : null,
            FocusOnLoad = true,
        })
        {
            Optional = true,
            Hint = hint,
        };
    }

    public string? ListField => @field;

    public IReadOnlyList<ReviewedField> ReviewedFields { get; } = [new(field, BlameField.Summary) { IsList = true }];

    public Result Write(PostMortem postMortem, ViewState state, SectionEdit edit) =>
        write(postMortem.WriteUp, PointList.Read(state.Text(field)), edit);
}
