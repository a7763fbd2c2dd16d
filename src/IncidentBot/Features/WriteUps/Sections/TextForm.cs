using IncidentBot.Domain;
using IncidentBot.Domain.Language.Blame;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.WriteUps;
using IncidentBot.Forms.Wording;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.WriteUps.Sections;

/// <summary>One text under one question.</summary>
/// <param name="block">The block_id, which is the field name in the domain's refusals.</param>
/// <param name="title">The modal's title; at most 24 characters.</param>
/// <param name="question">The label.</param>
/// <param name="written">The saved text, or what the incident says before anyone writes one.</param>
/// <param name="write">Saves the text in the write-up.</param>
internal sealed class TextForm(
    string block, string title, string question, Func<PostMortemView, string?> written, Func<WriteUp, string, SectionEdit, Result> write)
    : ISectionForm
{
    public required int Limit { get; init; }

    public required string Hint { get; init; }

    /// <summary>The kind of text for the blame check; null when it is not checked.</summary>
    public BlameField? ReadAs { get; init; }

    public string Title => title;

    public IReadOnlyList<ReviewedField> ReviewedFields => ReadAs is { } kind ? [new(block, kind)] : [];

    public IEnumerable<Block> Render(PostMortemView view, Guid item)
    {
        yield return new InputBlock(block, question, new PlainTextInput("value")
        {
            Multiline = true,
            MaxLength = Limit,
            InitialValue = written(view) is { Length: > 0 } text ? text : null,
            FocusOnLoad = true,
        })
        {
            Optional = true,
            Hint = Hint,
        };
    }

    public Result Write(PostMortem postMortem, ViewState state, SectionEdit edit) => write(postMortem.WriteUp, state.Text(block), edit);
}
