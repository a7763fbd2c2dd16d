using IncidentBot.Cards;
using IncidentBot.Domain.Timelines;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Timelines.EntryContext;

/// <summary>What people knew at one moment of the timeline; the field ids are the ones in the domain's refusals.</summary>
internal static class ContextModal
{
    public const string CallbackId = "timeline_known";

    private const string Information = "information_available";
    private const string Decision = "decision";
    private const string Assumption = "assumption";
    private const string Learned = "learned_how";
    private const int MaxLength = 500;

    public static Modal Render(TimelineEntry entry) => new("What was known then")
    {
        CallbackId = CallbackId,
        PrivateMetadata = entry.Id.ToString("N"),
        Submit = "Save",
        Close = "Cancel",
        Blocks =
        [
            new SectionBlock(
                Mrkdwn.Text($"{Mrkdwn.Raw(EntryWords.For(entry.Kind, entry.SignalState).Emoji)} {Mrkdwn.Date(entry.At)}  *{entry.Text}*")),
            Input(Information, "What information was available?", "The dashboard was green", entry.InformationAvailable),
            Input(Decision, "What was decided?", "To wait for the next batch", entry.Decision),
            Input(Assumption, "Which assumption turned out wrong?", "That the queue drains by itself", entry.Assumption),
            Input(Learned, "How did people find out?", "A customer wrote to support", entry.LearnedHow),
        ],
    };

    public static DecisionContext Read(ViewState state) =>
        new(state.Text(Information), state.Text(Decision), state.Text(Assumption), state.Text(Learned));

    private static InputBlock Input(string field, string question, string example, string? written) =>
        new(field, question, new PlainTextInput("value")
        {
            MaxLength = MaxLength,
            Placeholder = example,
            InitialValue = written,
        })
        {
            Optional = true,
        };
}
