using IncidentBot.Domain.Preparation;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Meetings.Preparation;

/// <summary>The form in which a person answers what they are asked before the meeting.</summary>
internal static class AnswerModal
{
    public const string CallbackId = "preparation_answer";

    private const string Consent = "consent";
    private const string Agreed = "quote";

    private static readonly Option MayBeQuoted = new("The facilitator may quote me in the timeline", Agreed)
    {
        Description = "Without this, only the facilitator and the lead read it",
    };

    public static Modal Render(PreparationRequest request, Mrkdwn about) => new("Before the meeting")
    {
        CallbackId = CallbackId,
        PrivateMetadata = PreparationCard.SubjectOf(request),
        Submit = "Save",
        Close = "Cancel",
        Blocks =
        [
            new ContextBlock(Mrkdwn.Join(
                "\n", about, Mrkdwn.Raw("No one looks for who was to blame. Write what you saw and knew then; a sentence is enough."))),
            .. request.Questions.Index().Select(each => Question(request, each.Index, each.Item)),
            new InputBlock(Consent, "May it be quoted?", new Checkboxes("value")
            {
                Options = [MayBeQuoted],
                InitialOptions = request.MayBeQuoted ? [MayBeQuoted] : [],
            })
            {
                Optional = true,
            },
        ],
    };

    public static IReadOnlyList<string> ReadAnswers(ViewState state, PreparationRequest request) =>
        [.. request.Questions.Index().Select(each => state.Text(PreparationRequest.FieldOf(each.Index)))];

    public static bool ReadConsent(ViewState state) => state.Checked(Consent, Agreed);

    private static InputBlock Question(PreparationRequest request, int at, string question) =>
        new(PreparationRequest.FieldOf(at), question, new PlainTextInput("value")
        {
            Multiline = true,
            MaxLength = PreparationRequest.AnswerLimit,
            InitialValue = request.Answers.ElementAtOrDefault(at) is { Length: > 0 } written ? written : null,
        })
        {
            Optional = true,
        };
}
