using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.WriteUps;
using IncidentBot.Forms;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.WriteUps.Corrections;

/// <summary>Asks a reader what is wrong: one sentence, and the section if they know it.</summary>
internal static class ReportMistakeModal
{
    public const string Example = "The deploy was at 16:47, not at 15:47";
    private const string Section = "section";

    public static QuestionForm Form { get; } = new("correction_send", "text", "What is wrong, and what is correct?")
    {
        Title = "Something is wrong",
        Placeholder = Example,
        Hint = "Posted in the thread with your name. The correction is accepted there, or declined with a reason.",
        Submit = "Send",
        MaxLength = PostMortemLimits.Point,
    };

    public static Modal Render(CorrectionKey key)
    {
        var sections = WriteUpSections.Written.Select(section => new Option(section.Label, section.Id.ToString()));
        var form = Form.Render(key.Write());
        return form with
        {
            Blocks =
            [
                .. form.Blocks,
                new InputBlock(Section, "Section", new StaticSelect("value") { Options = [.. sections] }) { Optional = true },
            ],
        };
    }

    public static (string Text, DocumentSection? Section) Read(ViewState state) =>
        (Form.Read(state), Enum.TryParse<DocumentSection>(state.SelectedOption(Section), out var section) ? section : null);
}
