using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Forms;

/// <summary>A form that asks one question and takes a text.</summary>
/// <param name="CallbackId">Names the form for its route.</param>
/// <param name="Field">Names the field, for its answer and its error.</param>
/// <param name="Question">The label of the field.</param>
internal sealed record QuestionForm(string CallbackId, string Field, string Question)
{
    public required PlainText Title { get; init; }

    public required PlainText Submit { get; init; }

    public PlainText Close { get; init; } = "Back";

    public required int MaxLength { get; init; }

    public bool Multiline { get; init; } = true;

    public PlainText? Placeholder { get; init; }

    public PlainText? Hint { get; init; }

    /// <param name="subject">What the form is about; comes back with the answer.</param>
    /// <param name="above">What is shown above the question.</param>
    public Modal Render(string subject, params Block[] above) => new(Title)
    {
        CallbackId = CallbackId,
        PrivateMetadata = subject,
        Submit = Submit,
        Close = Close,
        Blocks =
        [
            .. above,
            new InputBlock(Field, Question, new PlainTextInput("value")
            {
                Multiline = Multiline,
                MaxLength = MaxLength,
                Placeholder = Placeholder,
                FocusOnLoad = true,
            })
            {
                Hint = Hint,
            },
        ],
    };

    public string Read(ViewState state) => state.Text(Field);
}
