using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.WriteUps;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.WriteUps.Corrections;

/// <summary>Asks a reader what is wrong: one sentence, and the section if they know it.</summary>
internal static class ReportMistakeModal
{
    public const string CallbackId = "correction_send";

    internal static class Blocks
    {
        public const string Text = "text";
        public const string Section = "section";
    }

    public static Modal Render(CorrectionKey key) => new("Something is wrong")
    {
        CallbackId = CallbackId,
        PrivateMetadata = key.Write(),
        Submit = "Send",
        Close = "Back",
        Blocks =
        [
            new InputBlock(Blocks.Text, "What is wrong, and what is correct?", new PlainTextInput("value")
            {
                Multiline = true,
                MaxLength = PostMortemLimits.Point,
                Placeholder = "The deploy was at 16:47, not at 15:47",
                FocusOnLoad = true,
            })
            {
                Hint = "Posted in the thread with your name. The correction is accepted there, or declined with a reason.",
            },
            new InputBlock(
                Blocks.Section,
                "Section",
                new StaticSelect("value")
                { Options = [.. WriteUpSections.Written.Select(section => new Option(section.Label, section.Id.ToString()))] })
            {
                Optional = true,
            },
        ],
    };

    public static (string Text, DocumentSection? Section) Read(ViewState state) =>
        (state.Text(Blocks.Text), Enum.TryParse<DocumentSection>(state.SelectedOption(Blocks.Section), out var section) ? section : null);
}
